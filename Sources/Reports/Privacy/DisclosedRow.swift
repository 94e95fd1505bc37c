import Documents
import Analysis

/// What a report may say about some people at one place: a row of a table, an object of JSON, or a
/// sentence about them.
struct DisclosedRow: Sendable {
  let disclosure: Disclosure
  let place: CountPlace
  /// The numbers of people at this place that the row's statistics are computed from.
  let basis: [CountName]

  /// - Parameter basis: the numbers of people that the row's statistics are computed from. Without
  ///   any there are no statistics to show in what is shared.
  init(_ disclosure: Disclosure, _ place: CountPlace, basis: CountName...) {
    self.disclosure = disclosure
    self.place = place
    self.basis = basis
  }

  /// A number of people.
  func people(_ name: CountName, _ count: Int) -> Cell {
    guard let policy = disclosure.policy else { return .integer(count) }
    return shows(name) ? .integer(policy.rounded(count)) : .suppressed
  }

  /// A number of people in a sentence.
  func text(_ name: CountName, _ count: Int) -> String {
    ReadableTable.text(people(name, count))
  }

  /// Whether the number of people is shown.
  func shows(_ name: CountName) -> Bool {
    disclosure.shows(CountAddress(place, name))
  }

  /// Whether statistics are shown.
  var showsStatistics: Bool {
    disclosure.policy == nil || !basis.isEmpty && basis.allSatisfy(shows)
  }

  /// Whether statistics are shown with all their digits.
  var showsExactly: Bool { showsStatistics && disclosure.policy?.roundTo == nil }

  /// A cell of a kind, as it may be shown.
  func cell(_ cell: Cell, _ sensitivity: Sensitivity) -> Cell {
    guard let policy = disclosure.policy else { return cell }
    let isRounded = policy.roundTo != nil
    switch sensitivity {
    case .none: return cell
    case .people(let name):
      guard case .integer(let count) = cell else { return cell }
      return people(name, count)
    case .following(let ways):
      return !isRounded && ways.contains { $0.allSatisfy(shows) } ? cell : .suppressed
    case .statistic(let decimals, let others):
      guard showsStatistics, others.allSatisfy(shows) else { return .suppressed }
      return isRounded ? cell.coarse(decimals: decimals) : cell
    case .revealing: return showsStatistics && !isRounded ? cell : .suppressed
    case .extreme: return .suppressed
    }
  }

  /// A statistic over the people of the row.
  func statistic(_ cell: Cell, decimals: Int = 1) -> Cell {
    self.cell(cell, .statistic(decimals: decimals))
  }
}

/// What a value of a report tells about people.
enum Sensitivity: Sendable {
  /// It is about nobody: a name, a day, a rate.
  case none
  /// How many people there are.
  case people(CountName)
  /// A number of people that follows from how many are enrolled and from other numbers, in one way
  /// or in several: it is shown where it can be worked out in any case. Where numbers are rounded
  /// it would tell more than they do, and is left out.
  case following(from: [[CountName]])
  /// It is computed over the people of the row. Where numbers are rounded it has few decimals,
  /// since all its digits would tell by how many people it was divided. It may need that other
  /// numbers of people are shown too.
  case statistic(decimals: Int = 1, alsoFrom: [CountName] = [])
  /// A statistic that would tell how many people there are by itself, or with the others of its
  /// row: it is left out where numbers are rounded.
  case revealing
  /// It is one person's value.
  case extreme
}

extension Cell {
  /// The value with few decimals, for programs too. A percentage is whole; a p value is rounded up
  /// to .001, .01 or the next hundredth; money has no decimals.
  fileprivate func coarse(decimals: Int) -> Cell {
    switch self {
    case .decimal(let value, let shown):
      .decimal(value.rounded(decimals), decimals: min(shown, decimals))
    case .change(let value, let shown):
      .change(value.rounded(decimals), decimals: min(shown, decimals))
    case .percent(let value, _): .percent(value.rounded(0), decimals: 0)
    case .share(let value, _): .share(value.rounded(0), decimals: 0)
    case .interval(let lower, let upper, let shown):
      .interval(
        lower: lower.rounded(decimals), upper: upper.rounded(decimals),
        decimals: min(shown, decimals))
    case .probability(let value):
      .probability(value <= 0.001 ? 0.001 : (value * 100).rounded(.up) / 100)
    case .money(let value, let currency, _):
      .money(value.rounded(0), currency: currency, decimals: 0)
    case .text, .integer, .date, .flag, .missing, .suppressed, .blank: self
    }
  }
}

extension Double {
  /// The number rounded to this many decimals, never to −0.
  fileprivate func rounded(_ decimals: Int) -> Double {
    let scale = decimals == 0 ? 1.0 : decimals == 1 ? 10 : 100
    return (self * scale).rounded() / scale + 0
  }
}
