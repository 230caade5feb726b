# Functions reach the database and what is outside, and nobody reaches them.
resource "aws_security_group" "functions" {
  name_prefix = "${var.name}-functions-"
  description = "The functions that read the database"
  vpc_id      = aws_vpc.shop.id
}

resource "aws_vpc_security_group_egress_rule" "functions" {
  security_group_id = aws_security_group.functions.id
  description       = "Amazon's services, encrypted"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "functions_database" {
  security_group_id            = aws_security_group.functions.id
  description                  = "To the database"
  referenced_security_group_id = aws_security_group.store["database"].id
  ip_protocol                  = "tcp"
  from_port                    = local.stores.database
  to_port                      = local.stores.database
}

resource "aws_vpc_security_group_ingress_rule" "functions" {
  security_group_id            = aws_security_group.store["database"].id
  description                  = "From the functions"
  referenced_security_group_id = aws_security_group.functions.id
  ip_protocol                  = "tcp"
  from_port                    = local.stores.database
  to_port                      = local.stores.database
}
