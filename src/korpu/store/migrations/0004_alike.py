from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0003_checked")]
    operations = [
        migrations.CreateModel(
            name="Alike",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("one", models.CharField(max_length=80)),
                ("two", models.CharField(max_length=80)),
                ("share", models.FloatField()),
                ("whole", models.BooleanField()),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("one", "two"), name="one_pair_once")]},
        ),
    ]
