// zh: 图谱里各类关系的数目
// en: Relationships by type
// columns: type, count
// flags: scan
MATCH ()-[r]->()
WITH type(r) AS type, count(r) AS count
RETURN type, count
ORDER BY count DESC, type
