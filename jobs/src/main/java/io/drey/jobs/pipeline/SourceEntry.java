// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.source.Source;

/** A source in a pipeline file. */
public record SourceEntry(String id, String type, Source source) {
  SourceEntry with(Source other) {
    return new SourceEntry(id, type, other);
  }
}
