// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import java.io.IOException;

/** What a server shows. Requests are answered in several threads at once. */
@FunctionalInterface
public interface Site {
  /**
   * Answers a request.
   *
   * @throws RefusedException if the request cannot be answered, which the reader is told
   */
  Answer answer(Request request) throws IOException, RefusedException;
}
