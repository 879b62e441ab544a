// Sends a picture from the browser and tells how far it has come.

type Answer = { readonly mediaId: string } | { readonly problem: string };

const NO_ANSWER = 'It did not arrive. See that you are connected, and choose it again.';

export const sendPicture = (file: File, onShare: (share: number) => void): Promise<Answer> =>
  new Promise((resolve) => {
    // fetch cannot tell how much has been sent.
    const request = new XMLHttpRequest();
    request.open('POST', '/pictures');
    request.responseType = 'json';
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('x-gatepost-picture', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onShare(loaded / total);
    request.onload = () => {
      const said = request.response as { mediaId?: string; message?: string; remedy?: string } | null;
      if (request.status === 201 && said?.mediaId) resolve({ mediaId: said.mediaId });
      else resolve({ problem: said?.message ? [said.message, said.remedy].filter(Boolean).join(' ') : NO_ANSWER });
    };
    request.onerror = () => resolve({ problem: NO_ANSWER });
    request.send(file);
  });
