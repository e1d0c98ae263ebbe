// zh: 报告的题名、地区、年份等
// en: The reports with their title, district, years
// param: id text "" 只要这一份（空为全部） | Only this report (empty: all)
// columns: node
// flags: internal
MATCH (r:Report)
WHERE $id = '' OR r.id = $id
RETURN r AS node
ORDER BY r.id
