@testable import Documents

/// A table with everything that a renderer could stumble over.
enum OddTable {
  static let table = Table(
    caption: "Odd | ends",
    columns: [
      Column("who", .leading), Column("mean | sd", key: "mean"),
      Column("95 % CI", key: "ci95", holdsIntervals: true), Column("p"),
    ],
    rows: [
      [
        .text("Zoë, \"Łódź\" | a\\b"), .decimal(-1234.56789, decimals: 1),
        .interval(lower: -1.5, upper: 1e-7, decimals: 1), .probability(1e-50),
      ],
      [
        .text("=1+1"), .missing(because: "too few"), .missing(because: "no spread"),
        .missing(because: "too few"),
      ],
      [.text("-5\u{1B}[31m\nred"), .integer(1200), .blank, .percent(-14.64, decimals: 1)],
      [
        .date("1970-01-01"), .money(615.25, currency: "USD", decimals: 0),
        .blank, .change(0.25, decimals: 2),
      ],
    ])

  static let document = Document(
    title: "A *bold* title", blocks: [.heading("One"), .table(table), .notes("Notes", ["[x](y)"])])
}
