"""The tables, as makemigrations writes them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    operations = [
        migrations.CreateModel(
            name="Customer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField()),
                ("email", models.TextField(unique=True)),
                ("phone", models.TextField(null=True)),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ship_name", models.TextField()),
                ("ship_address", models.TextField(null=True)),
                ("total", models.DecimalField(decimal_places=2, default=0, max_digits=10)),
                ("customer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="orders", to="django_shop.customer")),
            ],
        ),
        migrations.CreateModel(
            name="OrderNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField()),
                ("order", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="django_shop.order")),
            ],
        ),
        migrations.CreateModel(
            name="Reader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.TextField(unique=True)),
                ("deleted_at", models.DateTimeField(editable=False, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("greeting", models.TextField()),
                ("reader", models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name="letters", to="django_shop.reader")),
            ],
        ),
        migrations.CreateModel(
            name="DeletedCustomer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField()),
                ("email", models.TextField()),
                ("deleted_at", models.DateTimeField()),
            ],
            options={"db_table": "django_shop_customer_deleted", "managed": False},
        ),
    ]
