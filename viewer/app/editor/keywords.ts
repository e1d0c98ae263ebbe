/** Words of Cypher with what they do. */
export interface Word {
  name: string;
  zh: string;
  en: string;
}

const of = (lines: string): Word[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", zh = "", en = ""] = line.split("|").map((part) => part.trim());
      return { name, zh, en };
    });

export const KEYWORDS: readonly Word[] = of(`
MATCH            | 找出这样的图形         | find this pattern
OPTIONAL MATCH   | 有则找出               | find it where there is one
WHERE            | 条件                   | condition
RETURN           | 返回                   | give back
RETURN DISTINCT  | 返回，去重             | give back, each once
WITH             | 接着往下算             | go on with
ORDER BY         | 排序                   | order
LIMIT            | 最多几行               | at most so many rows
SKIP             | 跳过几行               | leave out the first rows
UNWIND           | 列表逐项展开           | one row for each item
AS               | 命名为                 | name
DISTINCT         | 去重                   | each once
AND              | 并且                   | and
OR               | 或者                   | or
NOT              | 非                     | not
IN               | 在列表中               | in a list
CONTAINS         | 包含文字               | holds the words
STARTS WITH      | 以…开头                | begins with
ENDS WITH        | 以…结尾                | ends with
IS NULL          | 为空                   | is missing
IS NOT NULL      | 不为空                 | is there
CASE             | 分情况                 | by cases
WHEN             | 当                     | when
THEN             | 则                     | then
ELSE             | 否则                   | else
END              | 结束                   | end
UNION ALL        | 两个结果合并           | both results
UNION            | 两个结果合并去重       | both results, each row once
EXISTS           | 存在                   | there is
CALL             | 子查询                 | subquery
DESC             | 从大到小               | descending
ASC              | 从小到大               | ascending
EXPLAIN          | 只看计划不运行         | plan without running
TRUE             | 真                     | true
FALSE            | 假                     | false
NULL             | 空                     | null
`);

export const FUNCTIONS: readonly Word[] = of(`
count            | 计数                   | how many
collect          | 收成列表               | into a list
size             | 长度                   | length of list or text
labels           | 节点的标签             | labels of a node
type             | 关系的类型             | type of a relationship
properties       | 全部属性               | all properties
keys             | 属性名                 | names of properties
startNode        | 关系的起点             | where a relationship begins
endNode          | 关系的终点             | where a relationship ends
nodes            | 路径上的节点           | nodes of a path
relationships    | 路径上的关系           | relationships of a path
length           | 路径长度               | length of a path
shortestPath     | 最短路径               | shortest path
coalesce         | 第一个非空值           | first that is not null
head             | 列表首项               | first of a list
last             | 列表末项               | last of a list
range            | 整数序列               | whole numbers from to
sum              | 求和                   | sum
avg              | 平均                   | mean
min              | 最小                   | least
max              | 最大                   | greatest
round            | 四舍五入               | round
abs              | 绝对值                 | without sign
toInteger        | 转为整数               | as whole number
toFloat          | 转为小数               | as number
toString         | 转为文字               | as text
toLower          | 转为小写               | in lower case
trim             | 去掉首尾空格           | without spaces around
replace          | 替换文字               | replace
split            | 分割文字               | split
substring        | 截取文字               | part of a text
any              | 任一项满足             | one of them
all              | 每一项满足             | every one
none             | 没有一项满足           | none of them
reduce           | 逐项累计               | fold a list
`);
