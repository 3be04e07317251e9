// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

/** How a POJO is after a change. */
public final class NewForm {
  private NewForm() {}

  /** The POJO, with a field more, which is not always null. */
  @SuppressWarnings("MissingSummary")
  public static final class Place {
    public String country;
    public String name;
    public int zip;

    public Place() {}

    static Place of(long i) {
      Place place = new Place();
      place.country = i == 7 ? "NZ" : null;
      place.name = "n" + i;
      place.zip = (int) i;
      return place;
    }
  }
}
