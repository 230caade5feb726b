mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name              = "purveyor-test"
  image             = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/purveyor-recommender:0123abcd"
  repository_arn    = "arn:aws:ecr:eu-central-1:123456789012:repository/purveyor-recommender"
  training          = { bucket = "training", arn = "arn:aws:s3:::training" }
  export_events_arn = "arn:aws:lambda:eu-central-1:123456789012:function:export-events"
  key_arn           = "arn:aws:kms:eu-central-1:123456789012:key/1"
  log_days          = 90
  most_at_once      = 10
}

run "a_training_is_made_of_steps_that_lead_to_each_other" {
  command = apply

  module {
    source = "./modules/model"
  }

  assert {
    condition = alltrue(flatten([
      for state in values(jsondecode(aws_sfn_state_machine.training.definition).States) : [
        for next in concat(
          [for name in [try(state.Next, null), try(state.Default, null)] : name if name != null],
          [for choice in try(state.Choices, []) : choice.Next],
        ) : contains(keys(jsondecode(aws_sfn_state_machine.training.definition).States), next)
      ]
    ]))
    error_message = "A step leads to none that there is."
  }

  assert {
    condition = alltrue([
      for state in values(jsondecode(aws_sfn_state_machine.training.definition).States) :
      can(state.Next) || contains(["Succeed", "Fail", "Choice"], state.Type)
    ])
    error_message = "A step leads nowhere."
  }

  assert {
    condition = alltrue([
      for state in values(jsondecode(aws_sfn_state_machine.training.definition).States) : length(state.Retry) > 0 if state.Type == "Task"
    ])
    error_message = "A step is not tried again."
  }

  assert {
    condition = [
      for channel in jsondecode(aws_sfn_state_machine.training.definition).States.Learn.Parameters.InputDataConfig :
      "${channel.ChannelName} ${channel.DataSource.S3DataSource.S3Uri}"
    ] == ["items s3://training/items/", "train s3://training/events/"]
    error_message = "It learns from something else."
  }
}
