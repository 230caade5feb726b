# What came back or was complained about, until the shop has read it: whole, with Amazon's signature, which the shop looks at
# before it believes anything.
module "feedback" {
  source    = "../listener"
  name      = "${var.name}-mail"
  key_arn   = var.key_arn
  topic_arn = aws_sns_topic.news.arn
  is_raw    = false
}
