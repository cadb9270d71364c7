"""Who proposed a destruction and who confirmed it; stored files that are to go."""

import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('base', '0003_guard_append_only_rows'),
    ]

    operations = [
        migrations.CreateModel(
            name='DoomedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, unique=True)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('tries', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Destruction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(max_length=80)),
                ('object', models.UUIDField()),
                ('ground', models.CharField(choices=[('secret', 'nội dung thuộc danh mục bí mật nhà nước'), ('data_subject', 'yêu cầu của chủ thể dữ liệu cá nhân'), ('court', 'bản án, quyết định của cơ quan có thẩm quyền')], max_length=20, verbose_name='căn cứ')),
                ('reason', models.TextField(verbose_name='lý do')),
                ('state', models.CharField(choices=[('proposed', 'Chờ người thứ hai xác nhận'), ('done', 'Đã hủy nội dung'), ('dropped', 'Không thực hiện')], default='proposed', max_length=10, verbose_name='tình trạng')),
                ('proposed_by', models.UUIDField()),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('decided_by', models.UUIDField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'đề nghị hủy nội dung',
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'proposed')), fields=('kind', 'object'), name='one_open_destruction_per_object'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(('decided_by__isnull', False), models.Q(('decided_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='two_persons_destroy')],
            },
        ),
    ]
