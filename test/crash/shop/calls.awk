# The calls of one client in one round: awk -v seed= -v name= -v calls= -v focus= -v low= -v more= -f calls.awk
# `more` are statements, separated by |, which come up now and then. `focus`, if any, is what most of them are, so that a kill hits it.

function chance(p) { return rand() < p }
function act(verb) { return "SELECT shop.act('" name "." n "', '" verb "', " low ", " 1 + int(rand() * (verb ~ /^(soft_delete|restore)$/ ? 16 : 6)) ");" }

function other(    r) {
    r = rand()
    if (r < 0.36) return act("soft_delete")
    if (r < 0.44) return act("restore")
    if (r < 0.74) return act("permanently_delete")
    if (r < 0.86) return act("undo_permanent_delete")
    if (r < 0.89) return act("erase_now")
    if (r < 0.94) return "SELECT shop.age(" low ", " low + 8 ");"
    if (r < 0.97) return "CALL erasure.erase_due(" 1 + int(rand() * 4) ");"
    if (r < 0.99 && others > 0) return statement[1 + int(rand() * others)] ";"
    return "CHECKPOINT;"
}

BEGIN {
    srand(seed)
    others = split(more, statement, "|")
    for (n = 1; n <= calls; n++)
        if (focus == "" || !chance(0.7)) print other()
        else if (focus == "erase_due") print "SELECT shop.age(" low ", " low + 60 ");\nCALL erasure.erase_due(1);"
        else print (focus == "restore" && chance(0.5) ? act("soft_delete") : act(focus))
}
