// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

/** How a POJO was before a change. */
public final class OldForm {
  private OldForm() {}

  /** The POJO. */
  @SuppressWarnings("MissingSummary")
  public static final class Place {
    public String name;
    public int zip;

    public Place() {}

    static Place of(long i) {
      Place place = new Place();
      place.name = "n" + i;
      place.zip = (int) i;
      return place;
    }
  }
}
