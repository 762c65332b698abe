from django.db import migrations

from korpu.store.vendor import triggers


def guard(apps, schema_editor):
    for statement in triggers(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_books")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
