// zh: 一份报告里没有规则认领的数字和引号名
// en: Numbers and quoted names of a report that no rule claimed
// param: id text "" 报告编号 | Report
// columns: passage, starts, ends
// flags: internal
MATCH (:Report {id: $id})-[:HAS_PASSAGE]->(p:Passage)
WHERE size(p.unclaimedStarts) > 0
RETURN p.id AS passage, p.unclaimedStarts AS starts, p.unclaimedEnds AS ends
ORDER BY passage
