SELECT count(*) FROM erasure.permanently_delete('customers', :'keys'::bigint[], :count, 'bench');
