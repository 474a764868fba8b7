"""The shop as a Django application: the tables are Django's own, with its deferred foreign keys."""

from django.db import models


class Customer(models.Model):
    name = models.TextField()
    email = models.TextField(unique=True)
    phone = models.TextField(null=True)
    deleted_at = models.DateTimeField(null=True, editable=False)  # only erasure's functions write it


class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="orders")
    ship_name = models.TextField()
    ship_address = models.TextField(null=True)
    total = models.DecimalField(max_digits=10, decimal_places=2, default=0)


class OrderNote(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="notes")
    note = models.TextField()


class DeletedCustomer(models.Model):
    """The Deleted list is a view: an unmanaged model reads it."""

    name = models.TextField()
    email = models.TextField()
    deleted_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "django_shop_customer_deleted"


class Reader(models.Model):
    """Of the newsletter. Declared with direct_delete => 'soft_delete': what Django deletes goes to the Deleted list."""

    email = models.TextField(unique=True)
    deleted_at = models.DateTimeField(null=True, editable=False)


class Letter(models.Model):
    # With CASCADE Django would delete the letters itself before it comes to the reader, and restore would not bring them back.
    reader = models.ForeignKey(Reader, on_delete=models.DO_NOTHING, related_name="letters")
    greeting = models.TextField()
