// zh: 全部实体的名称，供查找
// en: The names of all entities, for searching
// columns: id, name, type, aliases, level, confidence, since, reports, mentions
// flags: scan, internal
MATCH (n:Entity)
RETURN n.id AS id, n.name AS name, n.type AS type, n.aliases AS aliases, n.level AS level,
       n.confidence AS confidence, n.since AS since, n.reports AS reports, n.mentions AS mentions
