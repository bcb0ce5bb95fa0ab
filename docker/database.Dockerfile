# PostgreSQL 15 with PostGIS and pgRouting, from the packages of the PostgreSQL project.
FROM postgres:15-bookworm
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-15-postgis-3 postgresql-15-pgrouting \
  && rm -rf /var/lib/apt/lists/*
COPY database-init.sql /docker-entrypoint-initdb.d/10-extensions.sql
