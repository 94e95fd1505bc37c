import Instruments
import Records
import TestSupport
import XCTest

@testable import Analysis

final class ValuationEstimateTests: XCTestCase {
  /// The worked example of the What Works Centre for Wellbeing: 0.2 points × 13,000 is 2,600 a
  /// year.
  func testTheWorkedExampleOfWELLBY() throws {
    let totals: [(baseline: Double?, followUp: Double?)] = [
      (5, 6), (5, 5), (6, 6), (7, 7), (4, 4), (8, nil), (nil, 2),
    ]
    var cohort = SmallCohort(totals, instrument: "ons-life-satisfaction")
    cohort.valuations = [valuation("year", years: 1), valuation("days", years: 0.25)]
    let estimates = ValuationEstimate.all(try cohort.table, .on(365))
    XCTAssertEqual(estimates.map(\.valuation.name), ["year", "days"])
    XCTAssertEqual(estimates[0].pairs.participants, 5)
    assertAgrees(estimates[0].pairs.improvement, 0.2)
    assertAgrees(estimates[0].pairs.perParticipant, 2600)
    assertAgrees(estimates[1].pairs.perParticipant, 650)
    // One point over six people: 5 scored at both, and one lost.
    XCTAssertEqual(estimates[0].lost, 1)
    XCTAssertEqual(estimates[0].lostUnchanged.participants, 6)
    assertAgrees(estimates[0].lostUnchanged.perParticipant, 13_000.0 / 6)
  }

  /// 3 days fewer × 40 × 2 years, the second discounted by 3 %.
  func testDirectionOfTheInstrumentIsRespected() throws {
    var cohort = SmallCohort.fourPeople(savings: nil)
    cohort.valuations = [
      valuation("a day", on: BuiltInInstruments.healthyDays.id, rate: 40, years: 2)
    ]
    let estimate = try XCTUnwrap(ValuationEstimate.all(try cohort.table, .on(365)).first)
    assertAgrees(estimate.pairs.improvement, 3)
    assertAgrees(estimate.pairs.perParticipant, 120 * (1 + 1 / 1.03))
  }

  func testItsOwnTimepointGoesBeforeTheOneAskedFor() throws {
    var cohort = SmallCohort.fourPeople(savings: nil)
    cohort.timepoints = [("baseline", 0), ("day30", 30), ("day90", 90)]
    let days = BuiltInInstruments.healthyDays.id
    let day30 = try XCTUnwrap(TimepointID(rawValue: "day30"))
    cohort.valuations = [valuation("last", on: days), valuation("first", on: days, at: day30)]
    func asked(_ timepoint: TimepointID?) throws -> [String] {
      ValuationEstimate.all(try cohort.table, .on(365), timepoint: timepoint)
        .map(\.timepoint.id.rawValue)
    }
    XCTAssertEqual(try asked(nil), ["day90", "day30"])
    XCTAssertEqual(try asked(day30), ["day30", "day30"])
  }

  func testNoInstrumentOrNoFollowUpNoEstimate() throws {
    var cohort = SmallCohort.fourPeople(savings: nil)
    cohort.valuations = [valuation("WELLBY")]
    XCTAssertEqual(ValuationEstimate.all(try cohort.table, .on(365)).count, 0)
    cohort = SmallCohort([(5, nil)], instrument: "ons-life-satisfaction")
    cohort.timepoints = [("baseline", 0)]
    cohort.valuations = [valuation("WELLBY")]
    XCTAssertEqual(ValuationEstimate.all(try cohort.table, .on(365)).count, 0)
  }

  func testConditionsHoldForTheEstimate() throws {
    var cohort = SmallCohort.fourPeople(savings: nil)
    cohort.enroll("N1", site: "north")
    cohort.record("N1", "baseline", 10, day: 0, on: "healthy-days")
    cohort.record("N1", "day30", 9, day: 30, on: "healthy-days")
    cohort.valuations = [valuation("a day", on: BuiltInInstruments.healthyDays.id)]
    let estimates = ValuationEstimate.all(try cohort.table, .on(365, where: "north"))
    XCTAssertEqual(estimates.map(\.pairs.participants), [1])
  }

  private func valuation(
    _ name: String, on instrument: InstrumentID = BuiltInInstruments.onsLifeSatisfaction.id,
    at timepoint: TimepointID? = nil, rate: Double = 13_000, years: Double = 1
  ) -> Valuation {
    Valuation(
      name: name, instrument: instrument, timepoint: timepoint, rate: rate, currency: "GBP",
      priceYear: "2019", persistenceYears: years, population: "invented", source: "invented",
      caveats: [])
  }
}
