variable "name" {
  description = "The environment."
  type        = string
}

variable "image" {
  description = "The program that learns and recommends, with its tag."
  type        = string
}

variable "repository_arn" {
  description = "Where its images lie."
  type        = string
}

variable "training" {
  description = "The bucket of what models learn from, and of models."
  type = object({
    bucket = string
    arn    = string
  })
}

variable "export_events_arn" {
  description = "The function that writes down what is learnt from."
  type        = string
}

variable "key_arn" {
  description = "What models, machines and logs are encrypted with."
  type        = string
}

variable "log_days" {
  description = "For how many days logs are kept."
  type        = number
}

variable "most_at_once" {
  description = "How many questions are answered at once; the shop helps itself with those beyond."
  type        = number
}

variable "instance_type" {
  description = "What it is trained on."
  type        = string
  default     = "ml.m5.large"
}
