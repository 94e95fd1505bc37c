import Analysis
import Statistics

/// The number of pairs with a score in a class at each time, under its CSV and JSON keys, in output
/// order.
enum ProportionFields {
  static let all: [Field<ClassProportions>] = [
    .text("kind") { $0.scoreClass.key },
    .text("label") { $0.scoreClass.label },
    .text("scores") { $0.scoreClass.scores },
    .count("of") { $0.people.total },
    .count("baseline_count") { $0.people.first },
    .number("baseline_share") { $0.baseline.interval?.proportion },
    .count("followup_count") { $0.people.second },
    .number("followup_share") { $0.followUp.interval?.proportion },
    .count("moved_in") { $0.people.movedIn },
    .count("moved_out") { $0.people.movedOut },
    .number("difference") { $0.people.difference },
    .interval("difference_ci95") { $0.people.differenceInterval() },
    .probability("p") { $0.people.test?.p },
  ]
}
