import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0005_api_tokens'),
        ('agencies', '__first__'),
        ('programmes', '0006_party_actors'),
    ]

    operations = [
        migrations.CreateModel(
            name='DispatchEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='ghi nhận lúc')),
                ('text_hash', models.CharField(editable=False, max_length=64)),
                ('position', models.BigIntegerField(db_default=0, editable=False, unique=True)),
                ('previous_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('row_hash', models.CharField(db_default='', editable=False, max_length=64)),
                ('kind', models.CharField(choices=[('recorded', 'Đã ghi nhận văn bản'), ('acknowledged', 'Ghi nhận số đến, ngày đến'), ('status', 'Ghi nhận tình trạng xử lý'), ('updated', 'Nhận bản cập nhật'), ('replaced', 'Được thay thế'), ('recalled', 'Thu hồi'), ('refused', 'Từ chối thu hồi, cập nhật'), ('corrected', 'Sửa thông tin đã ghi'), ('exported', 'Đã xuất edXML')], max_length=12)),
                ('code', models.SlugField(blank=True, db_index=False, max_length=2)),
                ('agency', models.UUIDField(null=True)),
                ('by', models.UUIDField(null=True)),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Dispatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('purpose', models.CharField(choices=[('request', 'Đề nghị, yêu cầu'), ('answer', 'Trả lời'), ('notice', 'Thông báo, trao đổi')], default='notice', max_length=8, verbose_name='để')),
                ('kind', models.CharField(default='Công văn', max_length=100, verbose_name='tên loại')),
                ('number', models.CharField(max_length=60, verbose_name='số, ký hiệu')),
                ('issued_on', models.DateField(verbose_name='ngày văn bản')),
                ('subject', models.CharField(max_length=500, verbose_name='trích yếu')),
                ('summary', models.TextField(blank=True, verbose_name='tóm tắt nội dung')),
                ('signer_position', models.CharField(blank=True, max_length=100, verbose_name='chức vụ người ký')),
                ('signer', models.CharField(blank=True, max_length=80, verbose_name='người ký')),
                ('urgency', models.CharField(choices=[('0', 'Thường'), ('1', 'Khẩn'), ('2', 'Thượng khẩn'), ('3', 'Hỏa tốc'), ('4', 'Hỏa tốc hẹn giờ')], default='0', max_length=1, verbose_name='độ khẩn')),
                ('due', models.DateField(blank=True, null=True, verbose_name='hạn trả lời')),
                ('steering', models.CharField(choices=[('1', 'Không phải văn bản chỉ đạo'), ('2', 'Văn bản chỉ đạo'), ('3', 'Báo cáo văn bản chỉ đạo')], default='1', max_length=1)),
                ('task_codes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('to_places', models.TextField(blank=True, verbose_name='nơi nhận khác')),
                ('copies', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số lượng bản')),
                ('kept_by', models.CharField(blank=True, max_length=200, verbose_name='đơn vị giữ bản lưu')),
                ('sent_on', models.DateField(blank=True, null=True, verbose_name='ngày chuyển')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('document_id', models.CharField(blank=True, db_index=True, max_length=200)),
                ('state', models.CharField(choices=[('standing', 'Đang có giá trị'), ('updated', 'Đã có bản cập nhật'), ('replaced', 'Được thay thế'), ('recalled', 'Đã thu hồi')], default='standing', max_length=10, verbose_name='tình trạng')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('version', models.PositiveIntegerField(default=1)),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answered_by', to='correspondence.dispatch', verbose_name='trả lời văn bản')),
                ('recorded_for', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recorded_dispatches', to='agencies.agency')),
                ('sender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sent_dispatches', to='agencies.agency', verbose_name='cơ quan gửi')),
                ('superseded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supersedes', to='correspondence.dispatch')),
            ],
            options={
                'ordering': ['issued_on', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'standing')), fields=('sender', 'number', 'issued_on'), name='one_standing_dispatch_per_number_and_day'), models.CheckConstraint(condition=models.Q(models.Q(('number', ''), _negated=True), models.Q(('subject', ''), _negated=True)), name='a_dispatch_has_number_and_subject'), models.CheckConstraint(condition=models.Q(('superseded_by', None), ('state__in', ('updated', 'replaced')), _connector='OR'), name='only_what_is_superseded_has_a_successor')],
            },
        ),
        migrations.CreateModel(
            name='DispatchEventText',
            fields=[
                ('text', models.TextField(null=True)),
                ('salt', models.CharField(editable=False, max_length=32, null=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='correspondence.dispatchevent', to_field='uuid')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='dispatchevent',
            name='dispatch',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='correspondence.dispatch'),
        ),
        migrations.CreateModel(
            name='DispatchFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('file', models.FileField(max_length=200, upload_to='dispatches')),
                ('name', models.CharField(max_length=200)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('dispatch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='correspondence.dispatch')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Matter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=300, verbose_name='vụ việc')),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('is_closed', models.BooleanField(default=False, verbose_name='đã kết thúc')),
                ('is_example', models.BooleanField(default=False, verbose_name='ví dụ minh họa')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opened_matters', to='agencies.agency')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='programmes.programme', verbose_name='chương trình')),
                ('provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='programmes.provision', verbose_name='điều khoản')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.AddField(
            model_name='dispatch',
            name='matter',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dispatches', to='correspondence.matter'),
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('handed_in_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('file', models.FileField(max_length=200, upload_to='edxml')),
                ('name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('signature', models.CharField(blank=True, max_length=400, verbose_name='chữ ký của thông điệp')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edxml_messages', to='agencies.agency')),
                ('dispatch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='correspondence.dispatch')),
                ('handed_in_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edxml_messages', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('dispatch__isnull', False)), fields=('agency', 'sha256'), name='one_message_is_taken_in_once')],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=300, verbose_name='nơi nhận')),
                ('progress', models.CharField(choices=[('00', 'Chưa có xác nhận'), ('01', 'Đã đến'), ('02', 'Từ chối tiếp nhận'), ('03', 'Đã tiếp nhận'), ('04', 'Đã đến, đang chờ phân công'), ('05', 'Đã phân công, đang xử lý'), ('06', 'Đã xử lý xong')], default='00', max_length=2)),
                ('arrival_number', models.CharField(blank=True, max_length=20, verbose_name='số đến')),
                ('arrived_on', models.DateField(blank=True, null=True, verbose_name='ngày đến')),
                ('handler', models.CharField(blank=True, max_length=200, verbose_name='đơn vị hoặc người nhận')),
                ('handed_on', models.DateField(blank=True, null=True, verbose_name='ngày chuyển')),
                ('signed_for', models.CharField(blank=True, max_length=100, verbose_name='ký nhận')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dispatch_receipts', to='agencies.agency')),
                ('dispatch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receipts', to='correspondence.dispatch')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('dispatch', 'agency'), name='one_receipt_per_dispatch_and_agency'), models.CheckConstraint(condition=models.Q(('arrival_number', ''), ('arrived_on__isnull', False), _connector='OR'), name='an_arrival_number_has_its_day')],
            },
        ),
        migrations.AddIndex(
            model_name='dispatchevent',
            index=models.Index(fields=['dispatch', 'position'], name='corresponde_dispatc_01dc78_idx'),
        ),
    ]
