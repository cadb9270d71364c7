import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0005_api_tokens'),
        ('agencies', '__first__'),
        ('obligations', '0002_guard_confirmations'),
        ('papers', '0003_ladder_of_urging'),
        ('programmes', '0006_party_actors'),
    ]

    operations = [
        migrations.CreateModel(
            name='TaskMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('kind', models.CharField(choices=[('assigned', 'giao nhiệm vụ'), ('started', 'bắt đầu thực hiện'), ('changed', 'sửa nội dung'), ('proposed_done', 'đề nghị xác nhận hoàn thành'), ('confirmed', 'xác nhận hoàn thành'), ('not_yet', 'chưa xác nhận, đề nghị bổ sung'), ('extension_asked', 'đề nghị gia hạn'), ('extended', 'chấp thuận gia hạn'), ('not_extended', 'không chấp thuận gia hạn'), ('paused', 'tạm dừng'), ('resumed', 'tiếp tục thực hiện'), ('taken_out', 'đưa ra khỏi kế hoạch'), ('reopened', 'mở lại')], max_length=16)),
                ('by', models.UUIDField(null=True)),
                ('agency', models.UUIDField(null=True)),
                ('old_due', models.DateField(null=True)),
                ('new_due', models.DateField(null=True)),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VisibilityRung',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relation', models.CharField(choices=[('unit', 'đơn vị chủ trì'), ('above', 'lãnh đạo cấp trên của đơn vị'), ('focal', 'đầu mối của bên mình'), ('other_side', 'bên kia'), ('public', 'công khai')], max_length=10, unique=True, verbose_name='quan hệ')),
                ('turn', models.PositiveSmallIntegerField(unique=True, verbose_name='bậc')),
                ('since', models.CharField(choices=[('at_once', 'ngay'), ('after_sending', 'sau khi báo cáo của đơn vị đã gửi'), ('aggregate', 'chỉ số tổng hợp, không nêu tên đơn vị')], max_length=14, verbose_name='được xem từ khi')),
                ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
            ],
            options={
                'ordering': ['turn'],
            },
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('is_wanted', models.BooleanField(default=False, verbose_name='nhận thư tóm tắt')),
                ('last_sent_on', models.DateField(blank=True, null=True)),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='digest', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Directive',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('incoming', 'văn bản đến'), ('instruction', 'ý kiến chỉ đạo'), ('conclusion', 'thông báo kết luận'), ('arising', 'vấn đề phát sinh'), ('proposal', 'đề xuất, kiến nghị của kỳ sơ kết')], max_length=12, verbose_name='loại')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='số, ký hiệu')),
                ('issued_on', models.DateField(verbose_name='ngày')),
                ('arrival_number', models.CharField(blank=True, max_length=20, verbose_name='số đến')),
                ('arrived_on', models.DateField(blank=True, null=True, verbose_name='ngày đến')),
                ('issuer', models.CharField(max_length=200, verbose_name='cơ quan, người chỉ đạo')),
                ('summary', models.TextField(verbose_name='nội dung')),
                ('due', models.DateField(blank=True, null=True, verbose_name='thời hạn')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('version', models.PositiveIntegerField(default=1)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='received_directives', to='agencies.agency', verbose_name='đơn vị tiếp nhận')),
                ('issuer_agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='directives', to='agencies.agency')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='directives', to='papers.paper')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='directives', to='programmes.programme')),
                ('provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='directives', to='programmes.provision')),
            ],
            options={
                'ordering': ['-issued_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('year', 'Kế hoạch năm'), ('remaining', 'Kế hoạch các tháng còn lại của năm'), ('province', 'Kế hoạch của địa phương')], default='year', max_length=10, verbose_name='loại kế hoạch')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('title', models.CharField(max_length=300, verbose_name='tên kế hoạch')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(verbose_name='đến hết ngày')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('version', models.PositiveIntegerField(default=1)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='agencies.agency')),
                ('paper', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan', to='papers.paper')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='agencies.place')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='programmes.programme')),
            ],
            options={
                'ordering': ['-year', 'kind', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='plan_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.CharField(max_length=40, verbose_name='mã')),
                ('title', models.TextField(verbose_name='nhiệm vụ')),
                ('leader_name', models.CharField(blank=True, max_length=120, verbose_name='lãnh đạo phụ trách')),
                ('officer_name', models.CharField(blank=True, max_length=120, verbose_name='chuyên viên theo dõi')),
                ('is_routine', models.BooleanField(default=False, verbose_name='thường xuyên')),
                ('first_day', models.DateField(blank=True, null=True, verbose_name='bắt đầu')),
                ('due', models.DateField(blank=True, null=True, verbose_name='thời hạn')),
                ('deliverable', models.CharField(blank=True, max_length=300, verbose_name='sản phẩm')),
                ('target', models.CharField(blank=True, max_length=300, verbose_name='chỉ tiêu')),
                ('result', models.TextField(blank=True, verbose_name='kết quả')),
                ('state', models.CharField(choices=[('not_started', 'Chưa triển khai'), ('ongoing', 'Đang thực hiện'), ('awaiting', 'Chờ xác nhận hoàn thành'), ('done', 'Hoàn thành'), ('paused', 'Tạm dừng'), ('out', 'Đưa ra khỏi kế hoạch')], default='not_started', max_length=12, verbose_name='tình trạng')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='ngày hoàn thành')),
                ('proposed_by', models.UUIDField(blank=True, null=True)),
                ('asked_due', models.DateField(blank=True, null=True, verbose_name='đề nghị gia hạn đến')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asked_tasks', to='agencies.agency')),
                ('directive', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='work.directive')),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='led_tasks', to='agencies.agency')),
                ('obligations', models.ManyToManyField(blank=True, related_name='tasks', to='obligations.obligation')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_tasks', to=settings.AUTH_USER_MODEL)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='work.task')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='agencies.place')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='work.plan')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='programmes.programme')),
                ('provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='programmes.provision')),
            ],
            options={
                'ordering': ['code', 'id'],
                'indexes': [models.Index(fields=['plan', 'code', 'id'], name='tasks_of_a_plan_in_order'), models.Index(fields=['code', 'id'], include=('plan', 'directive', 'programme', 'provision', 'lead', 'place', 'asked_by', 'officer', 'state', 'due', 'is_routine'), name='tasks_in_order'), models.Index(fields=['lead', 'state', 'due'], name='tasks_of_an_agency_by_due'), models.Index(models.F('due'), condition=models.Q(('state__in', ('not_started', 'ongoing', 'awaiting'))), name='open_tasks_by_due')],
                'constraints': [models.UniqueConstraint(fields=('plan', 'code'), name='one_task_per_code_in_a_plan'), models.UniqueConstraint(condition=models.Q(('plan', None)), fields=('programme', 'code'), name='one_task_per_code_outside_plans'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), ('done_on__isnull', False), _connector='OR'), name='a_task_that_is_done_has_its_day'), models.CheckConstraint(condition=models.Q(('is_routine', False), ('due', None), _connector='OR'), name='routine_work_has_no_due_day')],
            },
        ),
        migrations.CreateModel(
            name='BudgetLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm ngân sách')),
                ('source', models.CharField(choices=[('state', 'ngân sách nhà nước của mỗi bên'), ('national', 'tiểu dự án của chương trình mục tiêu quốc gia'), ('other', 'nguồn hợp pháp khác')], max_length=10, verbose_name='nguồn')),
                ('source_words', models.CharField(blank=True, max_length=200, verbose_name='tên nguồn')),
                ('needed', models.DecimalField(decimal_places=0, max_digits=15, null=True, verbose_name='nhu cầu')),
                ('estimated', models.DecimalField(decimal_places=0, max_digits=15, null=True, verbose_name='dự toán')),
                ('allotted', models.DecimalField(decimal_places=0, max_digits=15, null=True, verbose_name='được giao')),
                ('spent', models.DecimalField(decimal_places=0, max_digits=15, null=True, verbose_name='giải ngân')),
                ('settled', models.DecimalField(decimal_places=0, max_digits=15, null=True, verbose_name='quyết toán')),
                ('document', models.CharField(blank=True, max_length=200, verbose_name='theo văn bản')),
                ('version', models.PositiveIntegerField(default=1)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='agencies.agency', verbose_name='đơn vị dự toán')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='work.plan')),
                ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='work.task')),
            ],
            options={
                'ordering': ['year', 'source', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('plan__isnull', False), ('task__isnull', False), _connector='OR'), name='money_is_of_a_plan_or_a_task')],
            },
        ),
        migrations.CreateModel(
            name='TaskMoveText',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='work.taskmove', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='taskmove',
            name='task',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='work.task'),
        ),
        migrations.CreateModel(
            name='TaskPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='phần việc phối hợp')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='task_parts', to='agencies.agency')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='work.task')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('task', 'agency'), name='one_part_per_partner')],
            },
        ),
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('secret_hash', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_feeds', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('user',), name='one_open_calendar_per_person')],
            },
        ),
        migrations.AddIndex(
            model_name='taskmove',
            index=models.Index(fields=['task', 'position'], name='history_of_a_task'),
        ),
    ]
