#!/bin/bash
exec bash .platform/tell-figures.sh
