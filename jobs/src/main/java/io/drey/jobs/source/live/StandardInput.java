// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.live;

import java.io.InputStream;

/** The standard input of this process. */
record StandardInput() implements LiveStream {
  @Override
  public String name() {
    return "stdin";
  }

  @Override
  public InputStream open() {
    return System.in;
  }

  @Override
  public boolean isClosable() {
    return false;
  }
}
