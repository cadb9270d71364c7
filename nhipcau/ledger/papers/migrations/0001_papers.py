import django.contrib.postgres.constraints
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0005_api_tokens'),
        ('programmes', '0006_party_actors'),
    ]

    operations = [
        migrations.CreateModel(
            name='PaperEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('edition', models.PositiveSmallIntegerField()),
                ('by', models.UUIDField(null=True)),
                ('fingerprint', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PaperMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('edition', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('asked', 'gửi lấy ý kiến'), ('consented', 'thống nhất'), ('sent_back', 'đề nghị sửa đổi, bổ sung'), ('lifted', 'ý kiến thống nhất không còn giá trị do dự thảo đã thay đổi'), ('submitted', 'trình ký'), ('taken_back', 'rút lại'), ('recorded', 'ghi nhận số, ngày ban hành'), ('replaced', 'được thay thế'), ('corrected', 'đính chính')], max_length=12)),
                ('by', models.UUIDField(null=True)),
                ('agency', models.UUIDField(null=True)),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Outline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60)),
                ('kind', models.SlugField(max_length=40, verbose_name='loại')),
                ('label', models.CharField(max_length=160, verbose_name='tên mẫu')),
                ('document_type', models.CharField(blank=True, choices=[('NQ', 'Nghị quyết'), ('QĐ', 'Quyết định'), ('CT', 'Chỉ thị'), ('QC', 'Quy chế'), ('QyĐ', 'Quy định'), ('TC', 'Thông cáo'), ('TB', 'Thông báo'), ('HD', 'Hướng dẫn'), ('CTr', 'Chương trình'), ('KH', 'Kế hoạch'), ('PA', 'Phương án'), ('ĐA', 'Đề án'), ('DA', 'Dự án'), ('BC', 'Báo cáo'), ('BB', 'Biên bản'), ('TTr', 'Tờ trình'), ('HĐ', 'Hợp đồng'), ('CV', 'Công văn'), ('CĐ', 'Công điện'), ('BGN', 'Bản ghi nhớ'), ('BTT', 'Bản thỏa thuận'), ('GUQ', 'Giấy ủy quyền'), ('GM', 'Giấy mời'), ('GGT', 'Giấy giới thiệu'), ('GNP', 'Giấy nghỉ phép'), ('PG', 'Phiếu gửi'), ('PC', 'Phiếu chuyển'), ('PB', 'Phiếu báo')], max_length=10, verbose_name='loại văn bản')),
                ('subject', models.CharField(blank=True, max_length=300, verbose_name='trích yếu mẫu')),
                ('sections', models.JSONField(default=list, verbose_name='các mục')),
                ('bases', models.JSONField(blank=True, default=list, verbose_name='căn cứ mẫu')),
                ('recipients', models.JSONField(blank=True, default=list, verbose_name='nơi nhận mẫu')),
                ('signing', models.JSONField(blank=True, default=list, verbose_name='phần ký')),
                ('is_joint', models.BooleanField(default=False, verbose_name='văn bản của nhiều bên')),
                ('is_default', models.BooleanField(default=True, verbose_name='mẫu mặc định')),
                ('first_day', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
            ],
            options={
                'ordering': ['kind', 'code', 'first_day'],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.Func(models.F('code'), models.Value(0), function='hashtextextended'), models.Func(models.F('code'), models.Value(0), function='hashtextextended'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('first_day'), models.F('last_day'), models.Value('[]'), function='daterange'), '&&')], name='one_outline_per_code_and_day'), models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='outline_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.SlugField(max_length=40, verbose_name='loại')),
                ('title', models.CharField(max_length=500, verbose_name='trích yếu')),
                ('state', models.CharField(choices=[('draft', 'Dự thảo'), ('asked', 'Đang lấy ý kiến'), ('partly', 'Một bên đã thống nhất'), ('agreed', 'Các bên đã thống nhất'), ('submitted', 'Đã trình ký'), ('issued', 'Đã ban hành'), ('replaced', 'Được thay thế'), ('withdrawn', 'Đã rút lại')], default='draft', max_length=10, verbose_name='tình trạng')),
                ('edition', models.PositiveSmallIntegerField(default=0, verbose_name='bản')),
                ('bases', models.TextField(blank=True, verbose_name='căn cứ, mỗi dòng một căn cứ')),
                ('symbol', models.CharField(blank=True, max_length=60, verbose_name='ký hiệu')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='địa danh')),
                ('authority', models.CharField(blank=True, max_length=200, verbose_name='thẩm quyền ban hành')),
                ('archive', models.CharField(blank=True, max_length=100, verbose_name='lưu')),
                ('answer_by', models.DateField(blank=True, null=True, verbose_name='đề nghị có ý kiến trước ngày')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='số, ký hiệu')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='ngày ban hành')),
                ('file', models.FileField(blank=True, max_length=200, upload_to='issued')),
                ('file_name', models.CharField(blank=True, max_length=200)),
                ('file_sha256', models.CharField(blank=True, max_length=64)),
                ('signatures', models.JSONField(blank=True, default=list)),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('version', models.PositiveIntegerField(default=1)),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='papers.paper')),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafted_papers', to='agencies.agency', verbose_name='cơ quan soạn thảo')),
                ('outline', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='papers.outline')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='programmes.programme')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='papers.paper')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('issued', 'replaced')), _negated=True), models.Q(models.Q(('number', ''), _negated=True), ('issued_on__isnull', False)), _connector='OR'), name='an_issued_paper_has_its_number_and_day'), models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('number', 'issued_on', 'drafted_by'), name='one_paper_per_number_and_day')],
            },
        ),
        migrations.CreateModel(
            name='PaperEditionText',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='papers.paperedition', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='paperedition',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='papers.paper'),
        ),
        migrations.CreateModel(
            name='PaperMoveText',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='papers.papermove', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='papermove',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='papers.paper'),
        ),
        migrations.CreateModel(
            name='PaperRecipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('order', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=300, verbose_name='nơi nhận')),
                ('note', models.CharField(blank=True, max_length=60, verbose_name='để')),
                ('is_addressee', models.BooleanField(default=False, verbose_name='kính gửi')),
                ('arrival_number', models.CharField(blank=True, max_length=20, verbose_name='số đến')),
                ('arrived_on', models.DateField(blank=True, null=True, verbose_name='ngày đến')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='received_papers', to='agencies.agency')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='papers.paper')),
            ],
            options={
                'ordering': ['order'],
            },
        ),
        migrations.CreateModel(
            name='PaperSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('key', models.SlugField(max_length=60)),
                ('level', models.CharField(max_length=10)),
                ('number', models.CharField(blank=True, max_length=12)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('prompt', models.CharField(blank=True, max_length=300)),
                ('filler', models.SlugField(blank=True, max_length=40)),
                ('words', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='papers.paper')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('paper', 'key'), name='one_section_per_key')],
            },
        ),
        migrations.CreateModel(
            name='PaperSide',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('leads', models.BooleanField(default=False, verbose_name='chủ trì dự thảo')),
                ('consents', models.BooleanField(default=True, verbose_name='có quyền thống nhất')),
                ('numbers', models.BooleanField(default=False, verbose_name='cấp số')),
                ('ground', models.CharField(blank=True, max_length=400, verbose_name='theo')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paper_sides', to='agencies.agency')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sides', to='papers.paper')),
                ('party', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='paper_sides', to='programmes.party')),
                ('signatory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='paper_sides', to='agencies.signingcapacity')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('paper', 'agency'), name='one_side_per_agency'), models.UniqueConstraint(condition=models.Q(('numbers', True)), fields=('paper',), name='one_register_numbers_a_paper'), models.UniqueConstraint(condition=models.Q(('leads', True)), fields=('paper',), name='one_side_leads_a_paper')],
            },
        ),
        migrations.AddConstraint(
            model_name='paperedition',
            constraint=models.UniqueConstraint(fields=('paper', 'edition'), name='one_row_per_edition'),
        ),
    ]
