variable "name" {
  description = "The queue."
  type        = string
}

variable "key_arn" {
  description = "What waits is encrypted with it."
  type        = string
}

variable "topic_arn" {
  description = "Who is listened to, and nobody else."
  type        = string
}

variable "seconds" {
  description = "For how long somebody who has taken a message has it alone."
  type        = number
  default     = 120
}

variable "tries" {
  description = "After how many tries a message is kept aside."
  type        = number
  default     = 10
}

variable "is_raw" {
  description = "Whether only what was said is kept, or all of it with Amazon's signature."
  type        = bool
  default     = true
}

variable "events" {
  description = "What is listened to, by the attribute event; everything where none is named."
  type        = list(string)
  default     = []
}
