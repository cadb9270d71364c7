import django.contrib.postgres.constraints
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='thư điện tử')),
                ('name', models.CharField(max_length=120, verbose_name='họ và tên')),
                ('is_active', models.BooleanField(default=True, verbose_name='đang hoạt động')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.Func(models.F('email'), function='lower'), name='one_account_per_address')],
            },
        ),
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.SlugField(max_length=60, unique=True)),
                ('kind', models.CharField(max_length=60, verbose_name='loại')),
                ('level', models.CharField(max_length=20, verbose_name='cấp')),
                ('first_day', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('established_by', models.TextField(blank=True, verbose_name='thành lập theo')),
                ('ended_by', models.TextField(blank=True, verbose_name='kết thúc theo')),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='units', to='agencies.agency')),
            ],
            options={
                'ordering': ['code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='agency_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='AgencyName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.CharField(choices=[('full', 'tên đầy đủ'), ('short', 'tên viết gọn'), ('other', 'tên viết tắt khác')], max_length=10)),
                ('language', models.CharField(default='vi', max_length=3)),
                ('name', models.CharField(db_index=True, max_length=200)),
                ('first_day', models.DateField(blank=True, null=True)),
                ('last_day', models.DateField(blank=True, null=True)),
                ('source', models.TextField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='agencies.agency')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('first_day'), nulls_first=True), 'id'],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('form', 'full'), ('language', 'vi')), expressions=[(models.Func(models.F('agency_id'), models.F('agency_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('first_day'), models.F('last_day'), models.Value('[]'), function='daterange'), '&&')], name='one_full_name_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('role', models.CharField(choices=[('officer', 'Chuyên viên'), ('leader', 'Lãnh đạo đơn vị'), ('focal_point', 'Cán bộ đầu mối'), ('signatory', 'Người ký'), ('clerk', 'Văn thư'), ('spokesperson', 'Người phát ngôn'), ('inspector', 'Cán bộ kiểm tra'), ('auditor', 'Cán bộ giám sát nhật ký'), ('administrator', 'Quản trị hệ thống')], max_length=20, verbose_name='vai trò')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='agencies.agency')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['first_day', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('last_day', None)), fields=('user', 'agency', 'role'), name='one_open_role_per_person_and_agency'), models.CheckConstraint(condition=models.Q(('last_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='role_ends_after_it_begins')],
            },
        ),
    ]
