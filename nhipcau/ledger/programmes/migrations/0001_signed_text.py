import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_agencies_and_people'),
    ]

    operations = [
        migrations.CreateModel(
            name='SignedText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('file_name', models.CharField(max_length=200)),
                ('file_sha256', models.CharField(max_length=64)),
                ('file', models.FileField(blank=True, max_length=200, upload_to='signed')),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Instrument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(max_length=60, verbose_name='loại')),
                ('number', models.CharField(max_length=60, verbose_name='số, ký hiệu')),
                ('issued_on', models.DateField(null=True, verbose_name='ngày ban hành')),
                ('issuer', models.CharField(blank=True, max_length=120, verbose_name='cơ quan ban hành')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('number', 'issuer'), name='one_instrument_per_number_and_issuer')],
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('kind', models.CharField(max_length=80, verbose_name='loại văn bản')),
                ('number', models.CharField(max_length=60, verbose_name='số, ký hiệu')),
                ('title', models.TextField(verbose_name='trích yếu')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='nơi ký')),
                ('signed_on', models.DateField(null=True, verbose_name='ngày ký')),
                ('first_year', models.PositiveSmallIntegerField(null=True, verbose_name='từ năm')),
                ('last_year', models.PositiveSmallIntegerField(null=True, verbose_name='đến năm')),
                ('state', models.CharField(choices=[('draft', 'đang rà soát'), ('published', 'đã đưa vào sử dụng')], default='draft', max_length=10, verbose_name='tình trạng rà soát')),
                ('circulation', models.CharField(choices=[('internal', 'nội bộ'), ('public', 'công khai')], default='internal', max_length=10, verbose_name='phạm vi lưu hành')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['-signed_on', 'number'],
                'constraints': [models.UniqueConstraint(fields=('number', 'signed_on'), name='one_programme_per_number_and_day'), models.CheckConstraint(condition=models.Q(('circulation', 'internal'), ('state', 'published'), _connector='OR'), name='only_a_published_programme_is_public'), models.CheckConstraint(condition=models.Q(('last_year', None), ('first_year', None), ('last_year__gte', models.F('first_year')), _connector='OR'), name='programme_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='LegalBasis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('relation', models.CharField(choices=[('can_cu', 'căn cứ'), ('thuc_hien', 'thực hiện'), ('nested', 'dẫn trong căn cứ')], max_length=10)),
                ('text', models.TextField(blank=True)),
                ('instrument', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bases', to='programmes.instrument')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='legal_bases', to='programmes.programme')),
            ],
            options={
                'ordering': ['order'],
            },
        ),
        migrations.CreateModel(
            name='Provision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('order', models.PositiveIntegerField()),
                ('address', models.CharField(max_length=60, verbose_name='vị trí')),
                ('marker', models.CharField(max_length=20, verbose_name='ký hiệu trong văn bản')),
                ('kind', models.CharField(max_length=40, verbose_name='loại')),
                ('is_heading', models.BooleanField(default=False)),
                ('text', models.TextField(verbose_name='nội dung')),
                ('paragraphs', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('first_line', models.PositiveIntegerField()),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='programmes.provision')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='provisions', to='programmes.programme')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'address'), name='one_text_per_place'), models.UniqueConstraint(fields=('programme', 'order'), name='one_provision_per_turn')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paragraph', models.PositiveSmallIntegerField()),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('instrument', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='programmes.instrument')),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='programmes.provision')),
            ],
            options={
                'ordering': ['paragraph', 'start'],
            },
        ),
        migrations.CreateModel(
            name='SignedTextWords',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='programmes.signedtext', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='signedtext',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signed_texts', to='programmes.programme'),
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('name_as_signed', models.CharField(max_length=200, verbose_name='tên khi ký')),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signed_programmes', to='agencies.agency')),
                ('focal_point', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='run_programmes', to='agencies.agency')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='programmes.programme')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'order'), name='one_party_per_place')],
            },
        ),
    ]
