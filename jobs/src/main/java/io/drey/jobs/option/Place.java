// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import org.jspecify.annotations.Nullable;

/**
 * The place of a mapping in a document, for messages.
 *
 * @param path the keys that lead to it ({@code steps[1].deduplicate})
 * @param label its name in messages ({@code steps[1] (deduplicate)})
 */
public record Place(String path, String label) {

  // Those of a record are linked at run time, which takes longer than all that a start compares.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place place && place.path.equals(path) && place.label.equals(label);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  /** A place whose label is its path. */
  public static Place of(String path) {
    return new Place(path, path);
  }

  public Place child(String key) {
    return of(path + "." + key);
  }
}
