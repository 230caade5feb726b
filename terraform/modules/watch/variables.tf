variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What is written down is encrypted with it."
  type        = string
}

variable "operators" {
  description = "Whom alarms write to."
  type        = list(string)
}

variable "monthly_budget" {
  description = "US dollars a month."
  type        = number
}

variable "environment" {
  description = "The Beanstalk environment."
  type        = string
}

variable "balancer_arn" {
  description = "The balancer."
  type        = string
}

variable "database_id" {
  description = "The database."
  type        = string
}

variable "cache_nodes" {
  description = "The nodes of Redis."
  type        = list(string)
}

variable "domain" {
  description = "What the shop calls itself where it counts."
  type        = string
}

variable "dead_letters" {
  description = "The queues of what nobody could deal with, by what it was about."
  type        = map(string)
}

variable "functions" {
  description = "What runs beside the machines."
  type        = list(string)
}

variable "model" {
  description = "The endpoint that recommends; null where there is none."
  type = object({
    name    = string
    variant = string
  })
}

variable "training" {
  description = "What trains it; null where there is none."
  type        = string
}

variable "pipeline" {
  description = "What builds and deploys the shop; null where nothing does."
  type        = string
}

variable "media_bucket_arn" {
  description = "The bucket whose every change is written down."
  type        = string
}

variable "log_days" {
  description = "For how many days it is kept at hand."
  type        = number
}
