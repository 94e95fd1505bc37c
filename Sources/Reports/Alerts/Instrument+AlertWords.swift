import Instruments
import Records

extension Instrument {
  /// The answer behind an open alert in words: `item 9 (…) was answered 2`.
  package func words(for alert: AlertState.Alert) -> String {
    "\(itemName(alert.item)) was answered \(alert.code)" + alert.basis.remark
  }
}

extension AlertState.Basis {
  /// The words that follow the answer; empty if it still stands.
  fileprivate var remark: String {
    switch self {
    case .current: ""
    case .earlier: " earlier, and its current answer is unknown"
    case .takenBack: ", and that entry was later corrected or voided"
    }
  }

  /// The note in a table; empty if the answer still stands.
  var note: String {
    switch self {
    case .current: ""
    case .earlier: "answer now unknown"
    case .takenBack: "later corrected or voided"
    }
  }
}
