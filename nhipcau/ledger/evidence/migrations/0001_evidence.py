import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0005_api_tokens'),
        ('obligations', '0002_guard_confirmations'),
        ('programmes', '0006_party_actors'),
        ('work', '0002_guard_work'),
    ]

    operations = [
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('kind', models.SlugField(max_length=40, verbose_name='loại')),
                ('day', models.DateField(verbose_name='ngày thực hiện')),
                ('counted_on', models.DateField(verbose_name='tính vào ngày')),
                ('by', models.UUIDField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='agencies.agency')),
                ('obligation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='obligations.obligation')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='agencies.place')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='programmes.programme')),
                ('task', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='work.task')),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
                'indexes': [models.Index(fields=['programme', 'day', 'id'], name='evidence_in_order'), models.Index(fields=['programme', 'agency', 'day', 'id'], name='evidence_of_an_agency'), models.Index(fields=['programme', 'kind', 'day', 'id'], name='evidence_of_a_kind'), models.Index(fields=['task', 'day', 'id'], name='evidence_of_a_task'), models.Index(fields=['obligation', 'day', 'id'], name='evidence_of_an_obligation'), models.Index(fields=['programme', 'counted_on'], name='evidence_of_a_period')],
            },
        ),
        migrations.CreateModel(
            name='PeriodMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('kind', models.CharField(choices=[('closed', 'chốt số liệu'), ('reopened', 'mở lại kỳ báo cáo')], max_length=10)),
                ('by', models.UUIDField(null=True)),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProvisionCount',
            fields=[
                ('provision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='evidence_count', serialize=False, to='programmes.provision')),
                ('number', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('by', models.UUIDField(null=True)),
                ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='evidence.evidence')),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EvidenceText',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='evidence.evidence', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EvidenceFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('file', models.FileField(max_length=200, upload_to='evidence')),
                ('name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('is_closed', models.BooleanField(default=True, verbose_name='chỉ đơn vị và đầu mối xem')),
                ('kept_until', models.DateField(blank=True, null=True, verbose_name='giữ đến hết ngày')),
                ('is_photo', models.BooleanField(default=False, verbose_name='ảnh')),
                ('taken_off', models.CharField(blank=True, max_length=200)),
                ('removed_on', models.DateField(editable=False, null=True)),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='evidence.evidence')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='EvidenceRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.SlugField(max_length=40, verbose_name='loại minh chứng')),
                ('ground', models.CharField(blank=True, max_length=300, verbose_name='theo')),
                ('obligation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence_rules', to='obligations.obligation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence_rules', to='programmes.programme')),
            ],
            options={
                'ordering': ['obligation__provision__order', 'obligation', 'kind'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'obligation'), name='one_rule_per_kind_and_obligation')],
            },
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.SlugField(max_length=40)),
                ('name', models.CharField(max_length=300, verbose_name='chỉ tiêu')),
                ('definition', models.TextField(verbose_name='định nghĩa, cách tính')),
                ('unit', models.CharField(max_length=60, verbose_name='đơn vị tính')),
                ('over_time', models.CharField(choices=[('sum', 'cộng dồn'), ('last', 'lấy số cuối kỳ'), ('most', 'lấy số lớn nhất'), ('mean', 'bình quân'), ('not', 'không cộng')], default='sum', max_length=6, verbose_name='theo thời gian')),
                ('over_places', models.CharField(choices=[('sum', 'cộng dồn'), ('last', 'lấy số cuối kỳ'), ('most', 'lấy số lớn nhất'), ('mean', 'bình quân'), ('not', 'không cộng')], default='sum', max_length=6, verbose_name='theo địa bàn')),
                ('disaggregated_by', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='phân tổ theo')),
                ('is_effect', models.BooleanField(default=False, verbose_name='chỉ tiêu hiệu quả')),
                ('first_day', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
                ('version', models.PositiveIntegerField(default=1)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='programmes.programme')),
                ('provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='programmes.provision')),
            ],
            options={
                'ordering': ['code'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'code'), name='one_indicator_per_code'), models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='indicator_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='EffectValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('point', models.CharField(choices=[('baseline', 'đầu kỳ'), ('midterm', 'giữa kỳ'), ('final', 'cuối kỳ')], max_length=10, verbose_name='thời điểm')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('value', models.DecimalField(decimal_places=4, max_digits=20, null=True, verbose_name='giá trị')),
                ('target', models.DecimalField(decimal_places=4, max_digits=20, null=True, verbose_name='mục tiêu')),
                ('source', models.CharField(max_length=400, verbose_name='nguồn, cách đo')),
                ('doubt', models.CharField(blank=True, max_length=400, verbose_name='nội dung cần xác minh')),
                ('given_by', models.UUIDField(null=True)),
                ('given_at', models.DateTimeField(auto_now=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='evidence.indicator')),
            ],
            options={
                'ordering': ['year'],
                'constraints': [models.UniqueConstraint(fields=('indicator', 'point'), name='one_effect_value_per_point')],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.DecimalField(decimal_places=4, max_digits=20)),
                ('breakdown', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='measures', to='evidence.evidence')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='measures', to='evidence.indicator')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(fields=['indicator', 'evidence'], name='measures_of_an_indicator')],
            },
        ),
        migrations.CreateModel(
            name='Period',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('month', 'tháng'), ('quarter', 'quý'), ('half', '6 tháng'), ('nine', '9 tháng'), ('year', 'năm'), ('other', 'chuyên đề, đột xuất')], max_length=10, verbose_name='loại kỳ')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('label', models.CharField(max_length=120, verbose_name='tên kỳ')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('closing_day', models.DateField(verbose_name='ngày chốt số liệu')),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='periods', to='programmes.programme')),
            ],
            options={
                'ordering': ['closing_day', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('kind', 'other'), _negated=True), fields=('programme', 'kind', 'year', 'turn'), name='one_period_per_turn_of_a_year'), models.CheckConstraint(condition=models.Q(('closing_day__gte', models.F('first_day'))), name='a_period_closes_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('planned', 'kế hoạch'), ('done', 'thực hiện kỳ này'), ('estimate', 'ước cả năm')], max_length=10, verbose_name='loại số')),
                ('mark', models.CharField(choices=[('value', 'có số liệu'), ('unknown', 'chưa có số liệu'), ('none_arose', 'không phát sinh'), ('not_applicable', 'không áp dụng')], default='value', max_length=16)),
                ('value', models.DecimalField(decimal_places=4, max_digits=20, null=True, verbose_name='số')),
                ('breakdown', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='lý do')),
                ('given_by', models.UUIDField(null=True)),
                ('given_at', models.DateTimeField(auto_now=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='agencies.agency')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='agencies.place')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='evidence.indicator')),
                ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='evidence.period')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('indicator', 'period', 'agency', 'place', 'kind', 'breakdown'), name='one_figure_per_unit_and_period', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('mark', 'value'), ('value__isnull', False)), models.Q(models.Q(('mark', 'value'), _negated=True), ('value', None)), _connector='OR'), name='a_number_is_there_where_one_is_said')],
            },
        ),
        migrations.CreateModel(
            name='CommuneQuarter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('difficulties', models.TextField(blank=True, verbose_name='khó khăn, vướng mắc; đề xuất, kiến nghị')),
                ('nothing_arose', models.BooleanField(default=False, verbose_name='trong quý không phát sinh')),
                ('sent_by', models.UUIDField(null=True)),
                ('sent_at', models.DateTimeField(auto_now=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quarters', to='agencies.agency')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quarters', to='agencies.place')),
                ('evidence', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quarter', to='evidence.evidence')),
                ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quarters', to='evidence.period')),
            ],
            options={
                'ordering': ['period', 'agency'],
                'constraints': [models.UniqueConstraint(fields=('period', 'agency'), name='one_page_per_commune_and_quarter')],
            },
        ),
        migrations.CreateModel(
            name='PeriodMoveText',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='evidence.periodmove', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='periodmove',
            name='period',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='evidence.period'),
        ),
        migrations.CreateModel(
            name='PeriodRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('month', 'tháng'), ('quarter', 'quý'), ('half', '6 tháng'), ('nine', '9 tháng'), ('year', 'năm'), ('other', 'chuyên đề, đột xuất')], max_length=10, verbose_name='loại kỳ')),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('label', models.CharField(max_length=120, verbose_name='tên kỳ, {year} là năm')),
                ('first_month', models.PositiveSmallIntegerField()),
                ('first_day', models.PositiveSmallIntegerField()),
                ('years_back', models.PositiveSmallIntegerField(default=0)),
                ('closing_month', models.PositiveSmallIntegerField()),
                ('closing_day', models.PositiveSmallIntegerField()),
                ('first_year', models.PositiveSmallIntegerField(verbose_name='từ năm')),
                ('last_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='đến năm')),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
            ],
            options={
                'ordering': ['kind', 'turn', 'first_year'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'turn', 'first_year'), name='one_period_rule_per_turn_and_year')],
            },
        ),
        migrations.CreateModel(
            name='TaskTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('target', models.DecimalField(decimal_places=4, max_digits=20, verbose_name='chỉ tiêu')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='evidence.indicator')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='targets', to='work.task')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('task', 'indicator'), name='one_target_per_task_and_indicator')],
            },
        ),
        migrations.CreateModel(
            name='WithdrawalText',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='evidence.withdrawal', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
