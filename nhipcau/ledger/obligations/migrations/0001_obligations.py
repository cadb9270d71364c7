import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_agencies_and_people'),
        ('programmes', '0001_signed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('obligation', models.UUIDField(db_index=True)),
                ('by', models.UUIDField(null=True)),
                ('decision', models.CharField(choices=[('confirmed', 'xác nhận'), ('rejected', 'không phải nội dung phối hợp'), ('withdrawn', 'rút lại')], max_length=10)),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConfirmationText',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='obligations.confirmation', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Obligation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('line', models.PositiveIntegerField(verbose_name='dòng trong văn bản')),
                ('implied_both', models.BooleanField(default=False, verbose_name='hai bên cùng thực hiện')),
                ('kind', models.CharField(choices=[('routine', 'thường xuyên'), ('periodic', 'định kỳ'), ('dated', 'có thời hạn')], default='routine', max_length=10, verbose_name='tính chất')),
                ('recurrence', models.CharField(blank=True, max_length=40, verbose_name='định kỳ')),
                ('due', models.CharField(blank=True, max_length=40, verbose_name='thời hạn trong văn bản')),
                ('deliverable', models.CharField(blank=True, max_length=300, verbose_name='sản phẩm')),
                ('functions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('paragraph', models.PositiveSmallIntegerField(null=True)),
                ('start', models.PositiveIntegerField(null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('state', models.CharField(choices=[('proposed', 'máy đọc đề xuất, chờ người xác nhận'), ('confirmed', 'đã có người xác nhận'), ('rejected', 'không phải nội dung phối hợp')], default='proposed', max_length=10)),
                ('version', models.PositiveIntegerField(default=1)),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='obligations', to='programmes.provision')),
            ],
            options={
                'ordering': ['provision__order', 'order'],
                'constraints': [models.UniqueConstraint(fields=('provision', 'order'), name='one_obligation_per_turn_of_a_provision')],
            },
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('role', models.CharField(choices=[('lead', 'Chủ trì'), ('responsible', 'Chịu trách nhiệm'), ('partner', 'Phối hợp'), ('guide', 'Hướng dẫn'), ('guided', 'Được hướng dẫn'), ('supporter', 'Hỗ trợ'), ('participant', 'Tham gia'), ('executor', 'Thực hiện'), ('follower', 'Theo dõi, đôn đốc')], max_length=12, verbose_name='vai')),
                ('name_as_written', models.CharField(max_length=300, verbose_name='tên trong văn bản')),
                ('paragraph', models.PositiveSmallIntegerField(null=True)),
                ('start', models.PositiveIntegerField(null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='obligation_parts', to='agencies.agency')),
                ('obligation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='obligations.obligation')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('obligation', 'order'), name='one_part_per_turn')],
            },
        ),
        migrations.CreateModel(
            name='NameMeaning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, verbose_name='tên trong văn bản')),
                ('meaning', models.CharField(choices=[('agency', 'một cơ quan'), ('parties', 'các bên ký kết'), ('focal_points', 'các đơn vị đầu mối'), ('kind', 'một loại cơ quan, ở nhiều nơi')], max_length=12, verbose_name='có nghĩa là')),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='name_meanings', to='agencies.agency')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='name_meanings', to='programmes.programme')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'name'), name='one_meaning_per_name'), models.CheckConstraint(condition=models.Q(models.Q(('agency__isnull', False), ('meaning', 'agency')), models.Q(models.Q(('meaning', 'agency'), _negated=True), ('agency', None)), _connector='OR'), name='an_agency_is_named_where_one_is_meant')],
            },
        ),
    ]
