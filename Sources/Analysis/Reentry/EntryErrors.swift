import Statistics

/// The errors among fields that were entered twice.
///
/// An error of the first entry is a field for which the paper says something else. The paper is
/// looked at only where the entries differ, so an error that both persons made is not found. The
/// rate is that of the initial entry in Gibson, Harvey, Everett and Parmar (1994), Controlled
/// Clinical Trials 15, 482–488 (PubMed 7851109).
package struct EntryErrors: Sendable, Equatable {
  /// The number of fields that both entries have.
  package private(set) var compared = 0
  /// The number of fields that differed, by what the paper says.
  package private(set) var paperAsFirst = 0
  package private(set) var paperAsSecond = 0
  package private(set) var paperAsNeither = 0

  package init(_ fields: [CheckedForm.Field] = []) {
    for field in fields { add(field) }
  }

  mutating func add(_ field: CheckedForm.Field) {
    compared += 1
    guard field.isDifferent else { return }
    if !field.isErrorOfFirst {
      paperAsFirst += 1
    } else if field.paper == field.second {
      paperAsSecond += 1
    } else {
      paperAsNeither += 1
    }
  }

  /// The number of fields in which the entries differed.
  package var differed: Int { paperAsFirst + paperAsSecond + paperAsNeither }

  /// The number of errors of the first entry.
  package var errors: Int { paperAsSecond + paperAsNeither }

  /// Errors of the first entry per 1,000 fields; nil without fields.
  package var perThousand: Double? { rate.map { 1000 * $0.proportion } }

  /// Wilson's interval of `perThousand`, as if the fields were independent.
  package var perThousandInterval: ConfidenceInterval? {
    rate?.confidenceInterval.map {
      ConfidenceInterval(lower: 1000 * $0.lower, upper: 1000 * $0.upper)
    }
  }

  private var rate: WilsonInterval? { WilsonInterval(successes: errors, trials: compared) }
}
