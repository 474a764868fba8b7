#!/usr/bin/env bash
# What a reader of the repository has no use for: the paths of somebody's machine, package mirrors, working notes.

# Written in pieces, so that this file passes its own check.
machine='(^|[^a-z0-9_./$])/(wo''rk|ro''ot|ho''me)/[a-z.]'
notes='\b(se''ssion|pha''se|milest''one) [0-9]+\b|\bFIX''ME\b'
mirrors='(de''b|secur''ity|snaps''hot)\.debian\.org|artif''actory|registry\.npm''js|pypi\.or''g|proxy\.gola''ng'

grep -rnIE "$machine|$notes|$mirrors" . \
    --exclude-dir=.git --exclude-dir=build --exclude-dir=results --exclude-dir=output_iso --exclude-dir=node_modules --exclude='*.d' --exclude=northwind.sql |
    sed 's|^\./||; s|$|   (not for readers of this repository)|' | cut -c 1-220
true
