import django.contrib.postgres.constraints
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0005_api_tokens'),
        ('programmes', '0006_party_actors'),
        ('work', '0002_guard_work'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProvinceAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, verbose_name='lý do rút lại')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('way', models.CharField(choices=[('chuong-trinh-rieng', 'Đã ký chương trình'), ('ke-hoach-rieng', 'Có kế hoạch riêng'), ('long-ghep-doi-ngoai', 'Lồng ghép trong kế hoạch thông tin đối ngoại hằng năm'), ('long-ghep-khac', 'Lồng ghép trong văn bản khác'), ('dang-xay-dung', 'Đang xây dựng'), ('chua-trien-khai', 'Chưa triển khai'), ('khong-thuoc-pham-vi', 'Không thuộc phạm vi'), ('chua-co-thong-tin', 'Chưa có thông tin')], max_length=20, verbose_name='hình thức triển khai')),
                ('title', models.CharField(blank=True, max_length=400, verbose_name='tên văn bản')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='số, ký hiệu')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='ngày ban hành')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='ngày Ủy ban nhân dân phê duyệt')),
                ('amount', models.DecimalField(blank=True, decimal_places=0, max_digits=15, null=True, verbose_name='kinh phí được giao (đồng)')),
                ('amount_source', models.CharField(blank=True, choices=[('state', 'ngân sách nhà nước của mỗi bên'), ('national', 'tiểu dự án của chương trình mục tiêu quốc gia'), ('other', 'nguồn hợp pháp khác')], max_length=10, verbose_name='nguồn kinh phí')),
                ('amount_words', models.CharField(blank=True, max_length=200, verbose_name='tên nguồn kinh phí')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='lý do không thuộc phạm vi')),
                ('first_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='từ năm')),
                ('last_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='đến năm')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('source', models.CharField(max_length=400, verbose_name='nguồn thông tin')),
                ('file', models.FileField(blank=True, max_length=200, upload_to='coverage')),
                ('file_name', models.CharField(blank=True, max_length=200)),
                ('file_sha256', models.CharField(blank=True, max_length=64)),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('version', models.PositiveIntegerField(default=1)),
                ('own_plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carries_out', to='work.plan', verbose_name='kế hoạch của địa phương đã nạp')),
                ('own_programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carries_out', to='programmes.programme', verbose_name='chương trình của địa phương đã nạp')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programme_actions', to='agencies.place')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='province_actions', to='programmes.programme')),
            ],
            options={
                'ordering': ['place', 'first_day', 'id'],
                'indexes': [models.Index(fields=['programme', 'place'], name='actions_of_a_programme')],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='province_action_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('way', 'khong-thuoc-pham-vi'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='what_is_not_applicable_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('way__in', ('long-ghep-doi-ngoai', 'long-ghep-khac')), _negated=True), models.Q(('title', ''), _negated=True), models.Q(('number', ''), _negated=True), _connector='OR'), name='what_is_folded_in_says_in_which_document'), models.CheckConstraint(condition=models.Q(('own_programme', None), models.Q(('own_programme', models.F('programme')), _negated=True), _connector='OR'), name='a_programme_does_not_carry_itself_out'), models.CheckConstraint(condition=models.Q(('last_year', None), ('first_year', None), ('last_year__gte', models.F('first_year')), _connector='OR'), name='province_action_years_are_in_order')],
            },
        ),
        migrations.CreateModel(
            name='PointLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, verbose_name='lý do rút lại')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('own_provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='links_upwards', to='programmes.provision')),
                ('own_task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='links_upwards', to='work.task')),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linked_points', to='programmes.provision', verbose_name='điều khoản của chương trình trung ương')),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='coverage.provinceaction')),
            ],
            options={
                'ordering': ['provision__order', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('own_provision__isnull', False), ('own_task', None)), models.Q(('own_provision', None), ('own_task__isnull', False)), _connector='OR'), name='a_link_is_from_a_provision_or_a_task'), models.UniqueConstraint(condition=models.Q(('own_provision__isnull', False), ('withdrawn_at', None)), fields=('action', 'own_provision', 'provision'), name='one_link_per_pair_of_provisions'), models.UniqueConstraint(condition=models.Q(('own_task__isnull', False), ('withdrawn_at', None)), fields=('action', 'own_task', 'provision'), name='one_link_per_task_and_provision')],
            },
        ),
        migrations.CreateModel(
            name='StandingChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, verbose_name='lý do rút lại')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('document', models.CharField(max_length=400, verbose_name='theo văn bản')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='chosen', to='coverage.provinceaction', verbose_name='văn bản tiếp tục áp dụng')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standing_choices', to='agencies.place')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standing_choices', to='programmes.programme')),
            ],
            options={
                'ordering': ['first_day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='choice_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('document', ''), _negated=True), name='choice_rests_on_a_document'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('withdrawn_at', None)), expressions=[(models.Func(models.F('programme_id'), models.F('programme_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('place_id'), models.F('place_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('first_day'), models.F('last_day'), models.Value('[]'), function='daterange'), '&&')], name='one_standing_programme_per_province_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='CaseFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('organ_id', models.CharField(blank=True, max_length=13, verbose_name='mã định danh của cơ quan')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm hình thành hồ sơ')),
                ('notation', models.CharField(blank=True, max_length=20, verbose_name='số và ký hiệu hồ sơ')),
                ('title', models.CharField(max_length=500, verbose_name='tiêu đề hồ sơ')),
                ('retention', models.CharField(max_length=30, verbose_name='thời hạn bảo quản')),
                ('rights', models.CharField(default='Hạn chế', max_length=30, verbose_name='chế độ sử dụng')),
                ('creator', models.CharField(max_length=30, verbose_name='người lập hồ sơ')),
                ('language', models.CharField(default='Tiếng Việt', max_length=50, verbose_name='ngôn ngữ')),
                ('opened_on', models.DateField(verbose_name='thời gian bắt đầu')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='thời gian kết thúc')),
                ('handed_over_on', models.DateField(blank=True, null=True, verbose_name='ngày giao nộp vào lưu trữ cơ quan')),
                ('handed_over_by', models.CharField(blank=True, max_length=200, verbose_name='biên bản giao nhận')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='ghi chú')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('version', models.PositiveIntegerField(default=1)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_files', to='agencies.agency', verbose_name='đơn vị lập hồ sơ')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_files', to='programmes.programme')),
            ],
            options={
                'ordering': ['-year', 'agency'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'agency', 'year'), name='one_file_per_agency_and_year'), models.CheckConstraint(condition=models.Q(('closed_on', None), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='a_file_closes_after_it_opens'), models.CheckConstraint(condition=models.Q(('handed_over_on', None), ('closed_on__isnull', False), _connector='OR'), name='only_a_closed_file_is_handed_over')],
            },
        ),
        migrations.CreateModel(
            name='Delegate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('person_name', models.CharField(max_length=120, verbose_name='họ và tên')),
                ('post', models.CharField(max_length=160, verbose_name='chức vụ')),
                ('body', models.CharField(choices=[('steering', 'Ban chỉ đạo'), ('drafting', 'Ban soạn thảo'), ('editing', 'Tổ biên tập'), ('working', 'Tổ công tác, tổ giúp việc')], max_length=10, verbose_name='tham gia')),
                ('body_name', models.CharField(max_length=300, verbose_name='tên ban, tổ')),
                ('mandate', models.CharField(max_length=300, verbose_name='theo văn bản cử')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('ended_because', models.CharField(blank=True, max_length=300, verbose_name='lý do thôi tham gia')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegates', to='agencies.agency')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegates', to='programmes.programme')),
            ],
            options={
                'ordering': ['body', 'body_name', 'first_day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='delegate_ends_after_beginning'), models.CheckConstraint(condition=models.Q(('mandate', ''), _negated=True), name='a_delegate_has_a_mandate')],
            },
        ),
        migrations.CreateModel(
            name='FocalUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, verbose_name='lý do rút lại')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('unit', models.CharField(max_length=200, verbose_name='đơn vị đầu mối')),
                ('document', models.CharField(max_length=400, verbose_name='theo văn bản')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='focal_units', to='agencies.place')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='focal_units', to='programmes.programme')),
            ],
            options={
                'ordering': ['place', 'first_day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='focal_unit_ends_after_beginning'), models.CheckConstraint(condition=models.Q(('document', ''), _negated=True), name='a_focal_unit_rests_on_a_document'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('withdrawn_at', None)), expressions=[(models.Func(models.F('programme_id'), models.F('programme_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('place_id'), models.F('place_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.Func(models.F('unit'), models.Value(0), function='hashtextextended'), models.Func(models.F('unit'), models.Value(0), function='hashtextextended'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('first_day'), models.F('last_day'), models.Value('[]'), function='daterange'), '&&')], name='one_naming_of_a_focal_unit_at_a_time')],
            },
        ),
    ]
