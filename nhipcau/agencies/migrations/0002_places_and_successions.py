import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0001_agencies_and_people'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgencyIdentifier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(max_length=60, verbose_name='danh mục mã')),
                ('value', models.CharField(max_length=60, verbose_name='mã')),
                ('first_day', models.DateField(blank=True, null=True)),
                ('last_day', models.DateField(blank=True, null=True)),
                ('source', models.TextField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='agencies.agency')),
            ],
            options={
                'ordering': ['scheme', models.OrderBy(models.F('first_day'), nulls_first=True), 'id'],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.Func(models.F('scheme'), models.Value(0), function='hashtextextended'), models.Func(models.F('scheme'), models.Value(0), function='hashtextextended'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.Func(models.F('value'), models.Value(0), function='hashtextextended'), models.Func(models.F('value'), models.Value(0), function='hashtextextended'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('first_day'), models.F('last_day'), models.Value('[]'), function='daterange'), '&&')], name='one_agency_per_identifier_and_day'), models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='identifier_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='BorderFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('neighbours', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), size=None)),
                ('evidence', models.CharField(max_length=80, verbose_name='cách xác định')),
                ('confidence', models.CharField(choices=[('confirmed', 'đã xác nhận'), ('high', 'chắc'), ('likely', 'có khả năng'), ('low', 'chưa chắc')], max_length=10, verbose_name='mức chắc chắn')),
                ('source', models.TextField(verbose_name='nguồn')),
            ],
            options={
                'ordering': ['place'],
            },
        ),
        migrations.CreateModel(
            name='CodeList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.SlugField(max_length=30, unique=True)),
                ('name', models.CharField(max_length=120, verbose_name='danh mục')),
                ('level', models.CharField(choices=[('province', 'tỉnh'), ('district', 'huyện'), ('commune', 'xã')], max_length=10, verbose_name='cấp')),
                ('first_day', models.DateField(blank=True, null=True)),
                ('last_day', models.DateField(blank=True, null=True)),
                ('source', models.TextField(verbose_name='nguồn')),
            ],
            options={
                'ordering': ['code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='list_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.CharField(max_length=10, verbose_name='mã')),
                ('unit_type', models.CharField(max_length=40, verbose_name='loại đơn vị hành chính')),
                ('first_day', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('area_km2', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
                ('list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='agencies.codelist')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='agencies.place')),
            ],
            options={
                'ordering': ['list', 'code'],
                'indexes': [models.Index(fields=['list', 'code'], name='place_by_list_and_code')],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('list_id'), models.F('list_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.Func(models.F('code'), models.Value(0), function='hashtextextended'), models.Func(models.F('code'), models.Value(0), function='hashtextextended'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('first_day'), models.F('last_day'), models.Value('[]'), function='daterange'), '&&')], name='one_place_per_code_list_and_day'), models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='place_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='PlaceChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('continues', 'giữ nguyên'), ('passes', 'toàn bộ thuộc'), ('divided', 'một phần thuộc')], max_length=10)),
                ('is_default', models.BooleanField(default=True, verbose_name='nơi nhận mặc định')),
                ('day', models.DateField(verbose_name='từ ngày')),
                ('instrument', models.TextField(blank=True, verbose_name='theo văn bản')),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
                ('new', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='made_of', to='agencies.place')),
                ('old', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='became', to='agencies.place')),
            ],
            options={
                'ordering': ['old', '-is_default', 'new'],
                'constraints': [models.UniqueConstraint(fields=('old', 'new'), name='one_change_per_pair_of_places'), models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('old',), name='one_default_target_per_place'), models.UniqueConstraint(condition=models.Q(('kind', 'divided'), _negated=True), fields=('old',), name='only_a_divided_place_has_several_targets'), models.CheckConstraint(condition=models.Q(('old', models.F('new')), _negated=True), name='a_place_does_not_become_itself')],
            },
        ),
        migrations.CreateModel(
            name='PlaceName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('folded', models.TextField(blank=True, default='', editable=False)),
                ('first_day', models.DateField(blank=True, null=True)),
                ('last_day', models.DateField(blank=True, null=True)),
                ('source', models.TextField()),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='agencies.place')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('first_day'), nulls_first=True), 'id'],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('place_id'), models.F('place_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('first_day'), models.F('last_day'), models.Value('[]'), function='daterange'), '&&')], name='one_place_name_at_a_time'), models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='place_name_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('merge', 'hợp nhất, sáp nhập'), ('split', 'chia, tách'), ('transfer', 'chuyển giao'), ('dissolve', 'giải thể')], max_length=10, verbose_name='hình thức')),
                ('day', models.DateField(verbose_name='từ ngày')),
                ('function', models.TextField(blank=True, verbose_name='chức năng, nhiệm vụ')),
                ('functions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, size=None)),
                ('is_whole', models.BooleanField(default=True, verbose_name='toàn bộ')),
                ('instrument', models.TextField(blank=True, verbose_name='theo văn bản')),
                ('source', models.TextField(verbose_name='nguồn')),
                ('doubt', models.TextField(blank=True, verbose_name='nội dung cần xác minh')),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, verbose_name='lý do rút lại')),
                ('new', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken_over', to='agencies.agency')),
                ('old', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handed_over', to='agencies.agency')),
            ],
            options={
                'ordering': ['day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('new', None), models.Q(('old', models.F('new')), _negated=True), _connector='OR'), name='an_agency_does_not_succeed_itself'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'dissolve'), ('new', None)), models.Q(models.Q(('kind', 'dissolve'), _negated=True), models.Q(('new', None), _negated=True)), _connector='OR'), name='only_a_dissolved_agency_has_no_successor'), models.CheckConstraint(condition=models.Q(('is_whole', True), models.Q(('function', ''), _negated=True), _connector='OR'), name='a_part_says_what_it_is'), models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('old', 'new', 'day'), name='one_succession_per_pair_and_day')],
            },
        ),
        migrations.AddField(
            model_name='agency',
            name='functions',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, size=None, verbose_name='chức năng'),
        ),
        migrations.AddField(
            model_name='agency',
            name='instance_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='instances', to='agencies.agency'),
        ),
        migrations.AddField(
            model_name='agency',
            name='is_type',
            field=models.BooleanField(default=False, verbose_name='tên chung của nhiều cơ quan'),
        ),
        migrations.AddField(
            model_name='agencyname',
            name='folded',
            field=models.TextField(blank=True, default='', editable=False),
        ),
        migrations.AddField(
            model_name='agencyname',
            name='instrument',
            field=models.TextField(blank=True, verbose_name='đổi tên theo'),
        ),
        migrations.AddConstraint(
            model_name='agencyname',
            constraint=models.CheckConstraint(condition=models.Q(('last_day', None), ('first_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='name_ends_after_it_begins'),
        ),
        migrations.AddField(
            model_name='borderfact',
            name='place',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='border', to='agencies.place'),
        ),
        migrations.AddField(
            model_name='agency',
            name='places',
            field=models.ManyToManyField(blank=True, related_name='agencies', to='agencies.place'),
        ),
    ]
