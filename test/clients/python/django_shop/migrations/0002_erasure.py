"""What is personal, and who may delete whom. Run by the owner of the tables, like every migration."""

from django.db import migrations

POLICY = """
SELECT erasure.protect('django_shop_customer', '{name,email,phone}');
SELECT erasure.relate('django_shop_order', 'django_shop_customer', '{ship_name,ship_address}');
SELECT erasure.relate('django_shop_ordernote', 'django_shop_order', '{note}');
SELECT erasure.use_roles('django_shop_customer', administrator => 'administrators', sales_manager => 'sales_managers', sales_team => 'sales_team');
SELECT erasure.protect('django_shop_reader', '{email}', direct_delete => 'soft_delete', direct_soft_delete => 'allow');
SELECT erasure.relate('django_shop_letter', 'django_shop_reader', '{greeting}');
SELECT erasure.use_roles('django_shop_reader', administrator => 'administrators', sales_manager => 'sales_managers', sales_team => 'sales_team');
GRANT SELECT, INSERT, UPDATE, DELETE ON django_shop_customer, django_shop_order, django_shop_ordernote, django_shop_reader, django_shop_letter
    TO administrators, sales_managers, sales_team;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO administrators, sales_managers, sales_team;
"""


class Migration(migrations.Migration):
    dependencies = [("django_shop", "0001_initial")]
    operations = [migrations.RunSQL(POLICY, "SELECT erasure.unprotect('django_shop_customer'), erasure.unprotect('django_shop_reader')")]
