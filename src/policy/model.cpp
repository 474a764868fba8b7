// Look-ups in a loaded policy.
#include "policy/model.hpp"

namespace policy {

const pg::ColumnInfo *Node::column(pg::AttrNumber number) const
{
	for (const pg::ColumnInfo &c : columns)
		if (c.number == number)
			return &c;
	return nullptr;
}

const pg::ColumnInfo *Node::column(const std::string &name) const
{
	for (const pg::ColumnInfo &c : columns)
		if (c.name == name)
			return &c;
	return nullptr;
}

const Node *Subject::node(std::int32_t id_wanted) const
{
	for (const Node &n : nodes)
		if (n.id == id_wanted)
			return &n;
	return nullptr;
}

const Node *Subject::node_of(pg::Oid relation) const
{
	for (const Node &n : nodes)
		if (n.table.oid == relation)
			return &n;
	return nullptr;
}

const Subject *Catalogue::subject_of(pg::Oid relation) const
{
	for (const Subject &s : subjects)
		if (s.root().table.oid == relation)
			return &s;
	return nullptr;
}

const Subject *Catalogue::subject(std::int32_t id) const
{
	for (const Subject &s : subjects)
		if (s.id == id)
			return &s;
	return nullptr;
}

}  // namespace policy
