import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0005_api_tokens'),
        ('agencies', '__first__'),
        ('papers', '0002_guard_papers'),
        ('programmes', '0006_party_actors'),
    ]

    operations = [
        migrations.CreateModel(
            name='Inspection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('title', models.CharField(max_length=300, verbose_name='nội dung kiểm tra')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(verbose_name='đến hết ngày')),
                ('announced_on', models.DateField(editable=False, null=True, verbose_name='ngày gửi thông báo, đề cương')),
                ('reported_on', models.DateField(editable=False, null=True, verbose_name='ngày đơn vị gửi báo cáo')),
                ('minuted_on', models.DateField(editable=False, null=True, verbose_name='ngày kết thúc biên bản')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('version', models.PositiveIntegerField(default=1)),
                ('leads', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='led_inspections', to='agencies.agency', verbose_name='cơ quan chủ trì đoàn')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='programmes.programme')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='agencies.agency', verbose_name='đơn vị được kiểm tra')),
            ],
            options={
                'ordering': ['-year', 'first_day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='inspection_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('leads', models.F('unit')), _negated=True), name='no_unit_inspects_itself')],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('order', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=400, verbose_name='nội dung')),
                ('outcome', models.CharField(blank=True, choices=[('', 'Chưa kiểm tra'), ('done', 'Đã thực hiện'), ('partly', 'Thực hiện một phần'), ('not_done', 'Chưa thực hiện'), ('not_applicable', 'Không áp dụng')], max_length=16, verbose_name='kết quả')),
                ('note', models.TextField(blank=True, verbose_name='ghi chú tại chỗ')),
                ('version', models.PositiveIntegerField(default=1)),
                ('provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='programmes.provision')),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='inspections.inspection')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('inspection', 'order'), name='one_check_per_turn')],
            },
        ),
        migrations.CreateModel(
            name='InspectionPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=40)),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='inspections.inspection')),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='inspection', to='papers.paper')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('inspection', 'kind'), name='one_paper_of_a_kind_per_inspection')],
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='họ và tên')),
                ('post', models.CharField(max_length=160, verbose_name='chức vụ')),
                ('role', models.CharField(choices=[('head', 'Trưởng đoàn'), ('deputy', 'Phó Trưởng đoàn'), ('member', 'Thành viên'), ('secretary', 'Thư ký')], default='member', max_length=10, verbose_name='trong đoàn')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspection_members', to='agencies.agency', verbose_name='cơ quan')),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='inspections.inspection')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('role', 'head')), fields=('inspection',), name='one_head_per_team')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=500, verbose_name='nội dung đề nghị báo cáo')),
                ('answer', models.TextField(blank=True, verbose_name='báo cáo của đơn vị')),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='inspections.inspection')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('inspection', 'order'), name='one_question_per_turn')],
            },
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('words', models.TextField(verbose_name='kiến nghị')),
                ('due', models.DateField(verbose_name='thời hạn')),
                ('remedy', models.TextField(blank=True, verbose_name='kết quả khắc phục')),
                ('remedied_on', models.DateField(editable=False, null=True)),
                ('remedied_by', models.UUIDField(editable=False, null=True)),
                ('confirmed_on', models.DateField(editable=False, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('follower', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='followed_recommendations', to=settings.AUTH_USER_MODEL, verbose_name='người theo dõi, xác nhận')),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to='inspections.inspection')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspection_recommendations', to='agencies.agency', verbose_name='đơn vị thực hiện')),
            ],
            options={
                'ordering': ['due', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_on', None), ('remedied_on__isnull', False), _connector='OR'), name='only_what_was_mended_is_confirmed')],
            },
        ),
        migrations.CreateModel(
            name='Result',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('achieved', 'Kết quả đạt được'), ('shortcoming', 'Tồn tại, hạn chế')], max_length=12, verbose_name='loại')),
                ('words', models.TextField(verbose_name='nội dung')),
                ('cause', models.TextField(blank=True, verbose_name='nguyên nhân')),
                ('explanation', models.TextField(blank=True, verbose_name='giải trình của đơn vị')),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='inspections.inspection')),
            ],
            options={
                'ordering': ['kind', 'id'],
            },
        ),
    ]
