// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** A stream of lines that can be read only once. */
interface LiveStream extends Serializable {
  /** The name used in positions and messages. */
  String name();

  /** Opens the stream; called once. */
  InputStream open() throws IOException;

  /** Whether closing it ends a blocked read; standard input must be left open. */
  boolean isClosable();
}
