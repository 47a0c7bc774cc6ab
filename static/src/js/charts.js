console.log("charts");
