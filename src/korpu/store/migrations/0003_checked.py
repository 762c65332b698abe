from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0002_guards")]
    operations = [
        migrations.CreateModel(
            name="Checked",
            fields=[
                ("source", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=64)),
                ("findings", models.JSONField()),
            ],
        ),
    ]
