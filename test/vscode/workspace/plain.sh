#!/bin/sh
rsync --delete a b
