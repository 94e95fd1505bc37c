import Text

/// Numbers as text for readers: with a true minus sign, commas between thousands and a fixed number
/// of decimals.
///
/// P values follow the American Psychological Association: three decimals, no zero before the
/// decimal point, never .000 (Publication Manual, 7th edition, section 6.36).
package enum ReadableNumber {
  /// `1,234.50`, `−0.60`.
  package static func decimal(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "not a number" }
    let parts = NumberText.fixed(abs(value), decimals: decimals)
      .split(separator: ".", omittingEmptySubsequences: false)
    let magnitude = ([grouped(parts[0])] + parts.dropFirst().map(String.init))
      .joined(separator: ".")
    let isZero = magnitude.allSatisfy { "0.".contains($0) }
    return value < 0 && !isZero ? minus + magnitude : magnitude
  }

  /// `1,234`.
  package static func integer(_ value: Int) -> String {
    (value < 0 ? minus : "") + grouped(String(value.magnitude)[...])
  }

  /// `+1.20`, `−0.60`, `0.00`.
  package static func change(_ value: Double, decimals: Int) -> String {
    let text = decimal(value, decimals: decimals)
    let isPositive = value > 0 && text.contains { "123456789".contains($0) }
    return isPositive ? "+" + text : text
  }

  /// `−14.6 %`.
  package static func percent(_ value: Double, decimals: Int) -> String {
    change(value, decimals: decimals) + " %"
  }

  /// `14.6 %`.
  package static func share(_ value: Double, decimals: Int) -> String {
    decimal(value, decimals: decimals) + " %"
  }

  /// `[−1.24, −0.98]`.
  package static func interval(_ lower: Double, _ upper: Double, decimals: Int) -> String {
    let ends = [lower, upper].map { decimal($0, decimals: decimals) }
    return "[" + ends.joined(separator: ", ") + "]"
  }

  /// `.034`, `< .001`, `> .999`.
  package static func probability(_ value: Double) -> String {
    if value < 0.001 { return "< .001" }
    if value > 0.9995 { return "> .999" }
    return String(decimal(value, decimals: 3).dropFirst())
  }

  /// `US$1,234`, `−US$60`, `1,234 EUR`.
  package static func money(_ value: Double, currency: String, decimals: Int) -> String {
    let amount = decimal(value, decimals: decimals)
    guard currency == "USD" else { return amount + " " + currency }
    return amount.hasPrefix(minus) ? minus + "US$" + amount.dropFirst() : "US$" + amount
  }

  /// `1 participant`, `1,234 participants`.
  package static func count(_ number: Int, _ noun: String) -> String {
    integer(number) + " " + noun + (number == 1 ? "" : "s")
  }

  /// The fewest decimals, at most two, that show all the values as well as two would.
  package static func decimals(for values: [Double]) -> Int {
    let isEnough = { (decimals: Int) in
      values.allSatisfy {
        Double(NumberText.fixed($0, decimals: decimals))
          == Double(NumberText.fixed($0, decimals: 2))
      }
    }
    return (0..<2).first(where: isEnough) ?? 2
  }

  /// `12`, `2.5`: a number with as few decimals as it needs, at most two.
  package static func plain(_ value: Double) -> String {
    decimal(value, decimals: decimals(for: [value]))
  }

  /// `3 %`, `2.5 %`: a share with as few decimals as it needs, at most two.
  package static func plainShare(_ value: Double) -> String {
    share(value, decimals: decimals(for: [value]))
  }

  private static let minus = "\u{2212}"

  private static func grouped(_ digits: Substring) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }
}
