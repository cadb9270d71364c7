import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0005_api_tokens'),
        ('papers', '0002_guard_papers'),
        ('programmes', '0006_party_actors'),
    ]

    operations = [
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40)),
                ('name', models.CharField(max_length=160, verbose_name='hình thức')),
                ('decided_by', models.CharField(max_length=160, verbose_name='người có thẩm quyền')),
                ('level', models.CharField(max_length=40, verbose_name='cấp')),
                ('is_collective', models.BooleanField(default=True, verbose_name='cho tập thể')),
                ('is_individual', models.BooleanField(default=True, verbose_name='cho cá nhân')),
                ('votes_needed', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tỷ lệ phiếu (%)')),
                ('basis', models.TextField(verbose_name='căn cứ')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('code', 'first_day'), name='one_award_per_code_and_day')],
            },
        ),
        migrations.CreateModel(
            name='Emulation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=300, verbose_name='tên phong trào')),
                ('criteria', models.TextField(verbose_name='tiêu chí, mỗi dòng một tiêu chí')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(verbose_name='đến hết ngày')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('launched_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='launched_emulations', to='agencies.agency', verbose_name='cơ quan phát động')),
                ('paper', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='emulation', to='papers.paper')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emulations', to='programmes.programme')),
            ],
            options={
                'ordering': ['-first_day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='emulation_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Nomination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('route', models.CharField(choices=[('own', 'Thuộc thẩm quyền của cơ quan xét'), ('higher', 'Đề nghị cấp trên khen thưởng')], default='own', max_length=6, verbose_name='tuyến')),
                ('is_collective', models.BooleanField(default=True, verbose_name='tập thể')),
                ('name', models.CharField(max_length=200, verbose_name='tên tập thể, cá nhân')),
                ('post', models.CharField(blank=True, max_length=160, verbose_name='chức vụ')),
                ('achievement', models.TextField(verbose_name='báo cáo thành tích')),
                ('evidence', models.JSONField(blank=True, default=list)),
                ('attested_on', models.DateField(editable=False, null=True)),
                ('attested_by', models.UUIDField(editable=False, null=True)),
                ('agrees', models.BooleanField(null=True, verbose_name='hiệp y')),
                ('votes_for', models.PositiveSmallIntegerField(null=True, verbose_name='phiếu đồng ý')),
                ('votes_all', models.PositiveSmallIntegerField(null=True, verbose_name='tổng số thành viên hội đồng')),
                ('state', models.CharField(choices=[('draft', 'Đang soạn'), ('sent', 'Đã gửi đề nghị'), ('returned', 'Trả lại, đề nghị hoàn thiện'), ('reviewed', 'Hội đồng đã xét'), ('submitted', 'Đã trình người có thẩm quyền'), ('decided', 'Đã có quyết định khen thưởng'), ('closed', 'Kết thúc, không khen thưởng'), ('withdrawn', 'Đơn vị rút đề nghị')], default='draft', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='lý do')),
                ('version', models.PositiveIntegerField(default=1)),
                ('award', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='commendations.award')),
                ('decided_at', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations_to_decide', to='agencies.agency', verbose_name='cơ quan xét')),
                ('emulation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='commendations.emulation')),
                ('managing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='nominations_to_attest', to='agencies.agency', verbose_name='cơ quan quản lý cần hiệp y')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='agencies.agency', verbose_name='đơn vị đề nghị')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('closed', 'withdrawn')), _negated=True), fields=('emulation', 'unit', 'name'), name='one_achievement_one_award'), models.CheckConstraint(condition=models.Q(('votes_for', None), ('votes_for__lte', models.F('votes_all')), _connector='OR'), name='no_more_votes_than_members'), models.CheckConstraint(condition=models.Q(('is_collective', True), models.Q(('post', ''), _negated=True), _connector='OR'), name='a_person_is_named_with_post')],
            },
        ),
        migrations.CreateModel(
            name='AwardPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=40)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='award_papers', to='agencies.agency')),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='papers.paper')),
                ('emulation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='commendations.emulation')),
                ('nominations', models.ManyToManyField(related_name='papers', to='commendations.nomination')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField(verbose_name='nội dung đăng ký')),
                ('registered_on', models.DateField(verbose_name='ngày đăng ký')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emulation_registrations', to='agencies.agency')),
                ('emulation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='commendations.emulation')),
            ],
            options={
                'ordering': ['registered_on', 'id'],
                'constraints': [models.UniqueConstraint(fields=('emulation', 'agency'), name='one_registration_per_unit')],
            },
        ),
    ]
