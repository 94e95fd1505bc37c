/// The release that this is.
enum Release {
  /// As `outcomes --version` prints it.
  static let version = "0.2.0"
  /// The day of the release, for the foot of the manual page.
  static let date = "2026-11-28"
}
