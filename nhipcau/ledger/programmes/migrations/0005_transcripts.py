import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0005_api_tokens'),
        ('programmes', '0004_guard_amendments'),
    ]

    operations = [
        migrations.CreateModel(
            name='Transcript',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(max_length=80, verbose_name='loại văn bản')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='số, ký hiệu')),
                ('title', models.TextField(verbose_name='trích yếu')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='nơi ký')),
                ('signed_on', models.DateField(null=True, verbose_name='ngày ký')),
                ('first_year', models.PositiveSmallIntegerField(null=True, verbose_name='từ năm')),
                ('last_year', models.PositiveSmallIntegerField(null=True, verbose_name='đến năm')),
                ('source', models.TextField(verbose_name='nguồn của văn bản')),
                ('bases', models.TextField(blank=True, verbose_name='căn cứ')),
                ('slug', models.SlugField(blank=True, max_length=72, verbose_name='địa chỉ trang')),
                ('version', models.PositiveIntegerField(default=1)),
                ('programme', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transcript', to='programmes.programme')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='a_transcript_names_its_source'), models.CheckConstraint(condition=models.Q(('last_year', None), ('first_year', None), ('last_year__gte', models.F('first_year')), _connector='OR'), name='transcript_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='TranscriptLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('marker', models.CharField(max_length=20, verbose_name='ký hiệu')),
                ('paragraphs', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('transcript', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='programmes.transcript')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('transcript', 'order'), name='one_line_per_turn')],
            },
        ),
        migrations.CreateModel(
            name='TranscriptParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_as_signed', models.CharField(max_length=200, verbose_name='tên khi ký')),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('transcript', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='programmes.transcript')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('transcript', 'name_as_signed'), name='one_party_per_name')],
            },
        ),
    ]
