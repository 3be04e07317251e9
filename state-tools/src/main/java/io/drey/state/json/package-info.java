/** Writes rows as JSON into byte buffers. */
@NullMarked
package io.drey.state.json;

import org.jspecify.annotations.NullMarked;
