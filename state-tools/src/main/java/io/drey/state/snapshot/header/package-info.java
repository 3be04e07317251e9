/** The headers of state files: which states they hold, and of which types. */
@NullMarked
package io.drey.state.snapshot.header;

import org.jspecify.annotations.NullMarked;
